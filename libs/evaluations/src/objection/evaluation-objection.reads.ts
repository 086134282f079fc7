import { AUDIT_LINES, linesOf, UNIT_READS } from '#network';
import { desc, listOf, raw, readsOf, sql, type Sql } from '#reads';
import { NOMINATION_READS } from '../nomination/nomination.reads.js';
import { EVALUATION_RESULT_READS } from '../result/evaluation-result.reads.js';
import { EvaluationRound } from '../round/evaluation-round.entity.js';
import { EVALUATION_ROUND_READS } from '../round/evaluation-round.reads.js';
import { EvaluationObjection } from './evaluation-objection.entity.js';
import type { EvaluationObjectionFilter } from './evaluation-objection.inputs.js';

const EVALUATION_OBJECTION_READS = readsOf(EvaluationObjection, 'EvaluationObjection', (objection) => ({
  // It may quote an account, which these persons do not read either.
  text: objection.sql(
    ({ statement, returnedByIds }) =>
      sql`CASE WHEN coalesce(${raw('app.person_id()')} = ANY (${returnedByIds}), false) THEN NULL ELSE ${statement} END`,
  ),
  round: objection.row(EVALUATION_ROUND_READS, { id: 'roundId' }),
  result: objection.row(EVALUATION_RESULT_READS, { id: 'resultId' }),
  nomination: objection.row(NOMINATION_READS, { id: 'nominationId' }),
  unit: objection.row(UNIT_READS, { id: 'unitId' }),
  ruledByUnit: objection.row(UNIT_READS, { id: 'ruledByUnitId' }),
  auditLines: objection.page(AUDIT_LINES, linesOf('EvaluationObjection')),
  chatText: objection.resolverOfEntity(),
}));

interface ObjectionWish {
  /** A round may be given by a row. */
  readonly filter: Omit<EvaluationObjectionFilter, 'roundId'> & { readonly roundId?: Sql | string | null };
}

/** One’s own; for a committee all of its network, for a steward those that the street office rules on. */
export const EVALUATION_OBJECTIONS = listOf(EVALUATION_OBJECTION_READS, {
  name: 'evaluationObjections',
  where: (objection, { filter }: ObjectionWish) => [
    filter.networkId && sql`${objection.networkId} = ${filter.networkId}`,
    filter.roundId && sql`${objection.roundId} = ${filter.roundId}`,
    filter.unitId && sql`${objection.unitId} = ${filter.unitId}`,
    filter.states && sql`${objection.state} = ANY (${filter.states})`,
  ],
  orderBy: ({ filedAt, id }) => [desc(filedAt), desc(id)],
});

/** Objections, and what they add to rounds. */
export const EVALUATION_OBJECTION_TYPES = [
  EVALUATION_OBJECTION_READS,
  readsOf(EvaluationRound, 'EvaluationRound', (round) => ({
    objections: round.page(EVALUATION_OBJECTIONS, ({ id }) => ({ filter: { roundId: id } })),
  })),
];
