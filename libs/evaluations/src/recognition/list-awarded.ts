import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Nomination } from '../nomination/nomination.entity.js';
import { Hand, listHands, type UnitHand } from '../nomination/subject-hands.js';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import { listFrozenAwards } from '../rules/frozen-rules.js';
import type { Awarded } from './grants-due.js';

/** Without an award nothing is given. */
export interface FinalStanding {
  readonly nominationId: string;
  readonly awardId: string | null;
}

/**
 * What a final result awards, and to which units: of a project its lead and co-hosts as they are now, a unit itself, and
 * for anything else whoever nominated it.
 */
export async function listAwarded(
  tx: TenantTransaction,
  { id: roundId, networkId }: EvaluationRound,
  standings: readonly FinalStanding[],
): Promise<Awarded[]> {
  const { regionId } = tx;
  const awardOf = new Map(standings.map(({ nominationId, awardId }) => [nominationId, awardId]));
  const wanted = standings.filter(({ awardId }) => awardId !== null).map(({ nominationId }) => nominationId);
  if (wanted.length === 0) return [];
  const awards = await listFrozenAwards(tx, roundId);
  const nominations = await tx.manager.find(Nomination, {
    where: { regionId, roundId, id: In(wanted) },
    order: { id: 'ASC' },
  });
  const hands = await listHands(tx, networkId, nominations);
  return nominations.flatMap((nomination) => {
    const award = awards.find(({ id }) => id === awardOf.get(nomination.id));
    return award ? [{ ...whoseIs(nomination, hands.get(nomination.id) ?? []), award }] : [];
  });
}

function whoseIs(nomination: Nomination, hands: readonly UnitHand[]): Omit<Awarded, 'award'> {
  const { id: nominationId, title, projectId, subjectUnitId, unitId: nominator } = nomination;
  const of = (wanted: Hand): string[] =>
    hands.filter(({ hand }) => hand === wanted).map(({ unitId }) => unitId);
  const [lead] = of(Hand.LEAD);
  const unitId = subjectUnitId ?? lead ?? nominator;
  return { nominationId, title, projectId, unitId, coHostUnitIds: of(Hand.CO_HOST) };
}
