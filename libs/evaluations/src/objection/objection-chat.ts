import { hidePhones, joinChat } from '#graphql';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Nomination } from '../nomination/nomination.entity.js';
import { EvaluationRound } from '../round/evaluation-round.entity.js';
import { EvaluationObjectionState, type EvaluationObjection } from './evaluation-objection.entity.js';
import { EVALUATION_OBJECTION_CHAT as C, EVALUATION_OBJECTION_STATES } from './evaluation-objection.words.js';

/** What one would write into the group chat about an objection, or the ruling on it; no names of persons, no phones. */
export async function writeObjectionChat(
  tx: TenantTransaction,
  {
    roundId,
    unitId,
    nominationId,
    state,
    statement: text,
    ruling,
    isForStreetOffice,
    returnedByIds,
  }: EvaluationObjection,
): Promise<string> {
  const mayReadText = tx.actor.personId === null || !returnedByIds.includes(tx.actor.personId);
  const round = (await tx.find(EvaluationRound, roundId))?.name ?? '';
  const unit = (await tx.find(Unit, unitId))?.name ?? C.aUnit;
  const nomination = nominationId && (await tx.find(Nomination, nominationId));
  const outcome = EVALUATION_OBJECTION_STATES[state].zh;
  const isFiled = state === EvaluationObjectionState.FILED;
  return hidePhones(
    joinChat([
      isFiled
        ? C.filed({ unit, round, who: isForStreetOffice ? C.streetOffice : C.committee })
        : (ruling === null ? C.ended : C.ruled)({ unit, round, state: outcome }),
      nomination ? C.about({ title: nomination.title }) : null,
      mayReadText ? C.text({ text }) : null,
      ruling === null ? null : C.ruling({ ruling }),
    ]),
  );
}
