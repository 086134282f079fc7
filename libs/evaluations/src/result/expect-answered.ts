import { found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { EvaluationObjection, EvaluationObjectionState } from '../objection/evaluation-objection.entity.js';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import { EvaluationResult, ResultAct } from './evaluation-result.entity.js';
import { EVALUATION_RESULT_WORDS as W } from './evaluation-result.words.js';
import { EvaluationStanding } from './evaluation-standing.entity.js';

/** A sheet that was set aside counts no more in any later result; the other acts can be undone. */
export const FOR_GOOD: readonly ResultAct[] = [ResultAct.SHEET_SET_ASIDE, ResultAct.CONFLICT_DECLARED];

/**
 * A result goes on once every objection to any before it is ruled on, and differs from each that was rightly objected to.
 * @throws Refused WrongState otherwise
 */
export async function expectAnswered(
  tx: TenantTransaction,
  round: EvaluationRound,
  result: EvaluationResult,
): Promise<void> {
  const ofRound = { regionId: tx.regionId, roundId: round.id };
  const filed = { ...ofRound, state: EvaluationObjectionState.FILED };
  const count = await tx.manager.countBy(EvaluationObjection, filed);
  if (count > 0) refuseState(round, W.objectionsOpen({ count }));
  const upheld = { ...ofRound, state: EvaluationObjectionState.UPHELD };
  const objections = await tx.manager.findBy(EvaluationObjection, upheld);
  for (const resultId of new Set(objections.map((one) => one.resultId))) {
    const contested = found(await tx.find(EvaluationResult, resultId));
    if (!(await differs(tx, contested, result))) refuseState(round, W.upheldUnchanged);
  }
}

/** In who stands where with which award, or in the sheets that count. */
async function differs(
  tx: TenantTransaction,
  contested: EvaluationResult,
  result: EvaluationResult,
): Promise<boolean> {
  if ((await readStandings(tx, contested)) !== (await readStandings(tx, result))) return true;
  for (let later = result; later.id !== contested.id && later.previousId !== null;) {
    if (later.reasons.some(({ act }) => FOR_GOOD.includes(act))) return true;
    later = found(await tx.find(EvaluationResult, later.previousId));
  }
  return false;
}

async function readStandings(tx: TenantTransaction, { id: resultId }: EvaluationResult): Promise<string> {
  const standings = await tx.manager.findBy(EvaluationStanding, { regionId: tx.regionId, resultId });
  return standings
    .map(({ nominationId, rank, awardId }) => JSON.stringify([nominationId, rank, awardId]))
    .toSorted()
    .join();
}
