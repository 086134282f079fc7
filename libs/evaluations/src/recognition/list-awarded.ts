import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Nomination } from '../nomination/nomination.entity.js';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import { listFrozenAwards } from '../rules/frozen-rules.js';
import type { Awarded } from './grants-due.js';

/** Without an award nothing is given. */
export interface FinalStanding {
  readonly nominationId: string;
  readonly awardId: string | null;
}

/** What a final result awards, and to which units: those that answered for it and took part when scoring began. */
export async function listAwarded(
  tx: TenantTransaction,
  { id: roundId }: EvaluationRound,
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
  return nominations.flatMap(({ id: nominationId, title, projectId, responsibleUnitId, coHostUnitIds }) => {
    const award = awards.find(({ id }) => id === awardOf.get(nominationId));
    return award
      ? [{ nominationId, title, projectId, unitId: found(responsibleUnitId), coHostUnitIds, award }]
      : [];
  });
}
