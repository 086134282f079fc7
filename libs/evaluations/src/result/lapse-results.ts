import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { EvaluationObjection, EvaluationObjectionState } from '../objection/evaluation-objection.entity.js';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import { EvaluationResult, EvaluationResultState } from './evaluation-result.entity.js';

const { DRAFT, ON_NOTICE } = EvaluationResultState;

/** Of a round that was just cancelled, by its committee: nobody waits for a notice or a ruling any more. */
export async function lapseResults(tx: TenantTransaction, { id: roundId }: EvaluationRound): Promise<void> {
  const ofRound = { regionId: tx.regionId, roundId };
  const results = await tx.manager.findBy(EvaluationResult, { ...ofRound, state: In([DRAFT, ON_NOTICE]) });
  await tx.updateAll(EvaluationResult, results, () => ({ state: EvaluationResultState.LAPSED }));
  const filed = { ...ofRound, state: EvaluationObjectionState.FILED };
  const objections = await tx.manager.findBy(EvaluationObjection, filed);
  await tx.updateAll(EvaluationObjection, objections, () => ({ state: EvaluationObjectionState.LAPSED }));
}
