import { UNIT_READS } from '#network';
import { asc, listOf, readsOf, sql, type Sql } from '#reads';
import { EvaluationJudge } from './evaluation-judge.entity.js';

export const EVALUATION_JUDGE_READS = readsOf(EvaluationJudge, 'EvaluationJudge', (judge) => ({
  unit: judge.row(UNIT_READS, { id: 'unitId' }),
}));

/** The pool of a round, beneath its roll. */
export const ROLL_JUDGES = listOf(EVALUATION_JUDGE_READS, {
  name: 'judges of a roll',
  where: (judge, { roundId }: { readonly roundId: Sql }) => [sql`${judge.roundId} = ${roundId}`],
  orderBy: ({ personId }) => [asc(personId)],
});
