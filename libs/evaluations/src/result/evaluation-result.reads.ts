import { asc, desc, listOf, readsOf, sql, type Reads, type Sql } from '#reads';
import { AUDIT_LINES, linesOf } from '#network';
import { NOMINATION_READS } from '../nomination/nomination.reads.js';
import { EvaluationRound } from '../round/evaluation-round.entity.js';
import { EVALUATION_ROUND_READS } from '../round/evaluation-round.reads.js';
import { EVALUATION_AWARD_READS } from '../rules/evaluation-rules.reads.js';
import { EvaluationAccount } from './evaluation-account.entity.js';
import { EvaluationResult } from './evaluation-result.entity.js';
import { EvaluationStanding } from './evaluation-standing.entity.js';

const EVALUATION_ACCOUNT_READS = readsOf(EvaluationAccount, 'EvaluationAccount', () => ({}));

export const EVALUATION_STANDING_READS: Reads<EvaluationStanding> = readsOf(
  EvaluationStanding,
  'EvaluationStanding',
  (standing) => ({
    result: standing.row(EVALUATION_RESULT_READS, { id: 'resultId' }),
    nomination: standing.row(NOMINATION_READS, { id: 'nominationId' }),
    award: standing.row(EVALUATION_AWARD_READS, { id: 'awardId' }),
    account: standing.row(EVALUATION_ACCOUNT_READS, { id: 'id' }),
  }),
);

interface OfResult {
  readonly resultId: Sql;
}

/** The ranking of one result. */
const STANDINGS = listOf(EVALUATION_STANDING_READS, {
  name: 'evaluationStandings',
  where: (standing, { resultId }: OfResult) => [sql`${standing.resultId} = ${resultId}`],
  orderBy: ({ place, id }) => [asc(place), asc(id)],
});

export const EVALUATION_RESULT_READS: Reads<EvaluationResult> = readsOf(
  EvaluationResult,
  'EvaluationResult',
  (result) => ({
    round: result.row(EVALUATION_ROUND_READS, { id: 'roundId' }),
    withheldAwards: result.rows(EVALUATION_AWARD_READS, (award, { roundId, withheldAwardIds }) => ({
      where: [sql`${award.roundId} = ${roundId}`, sql`${award.id} = ANY (${withheldAwardIds})`],
      orderBy: [asc(award.position), asc(award.id)],
    })),
    standings: result.page(STANDINGS, ({ id }) => ({ resultId: id })),
    surenessText: result.resolver('sureness'),
    auditLines: result.page(AUDIT_LINES, linesOf('EvaluationResult')),
    chatText: result.resolverOfEntity(),
  }),
);

interface OfRound {
  readonly roundId: Sql;
}

/** The results of one round that one sees, the latest first. */
const RESULTS = listOf(EVALUATION_RESULT_READS, {
  name: 'evaluationResults',
  where: (result, { roundId }: OfRound) => [sql`${result.roundId} = ${roundId}`],
  orderBy: ({ computedAt, id }) => [desc(computedAt), desc(id)],
});

/** Results, and what they add to rounds. */
export const EVALUATION_RESULT_TYPES = [
  EVALUATION_ACCOUNT_READS,
  EVALUATION_STANDING_READS,
  EVALUATION_RESULT_READS,
  readsOf(EvaluationRound, 'EvaluationRound', (round) => ({
    results: round.page(RESULTS, ({ id }) => ({ roundId: id })),
    // There is one of each at most: unique keys.
    currentResult: round.row(
      EVALUATION_RESULT_READS,
      (result, { id }) => sql`${result.roundId} = ${id} AND ${result.state} IN ('ON_NOTICE', 'FINAL')`,
    ),
    draftResult: round.row(
      EVALUATION_RESULT_READS,
      (result, { id }) => sql`${result.roundId} = ${id} AND ${result.state} = 'DRAFT'`,
    ),
  })),
];
