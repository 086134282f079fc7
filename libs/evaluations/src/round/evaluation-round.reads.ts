import { judgeInput } from '#graphql';
import { AUDIT_LINES, linesOf, Network, NETWORK_READS, UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order, type Reads, type Sql } from '#reads';
import {
  EVALUATION_AWARD_READS,
  EVALUATION_CRITERION_READS,
  EVALUATION_PANEL_READS,
  EVALUATION_RULES_READS,
} from '../rules/evaluation-rules.reads.js';
import {
  EvaluationRoundOrder,
  NetworkEvaluationRoundFilter,
  type EvaluationRoundFilter,
} from './evaluation-round-filter.inputs.js';
import { EvaluationRound } from './evaluation-round.entity.js';

export const EVALUATION_ROUND_READS: Reads<EvaluationRound> = readsOf(
  EvaluationRound,
  'EvaluationRound',
  (round) => ({
    network: round.row(NETWORK_READS, { id: 'networkId' }),
    returningUnit: round.row(UNIT_READS, { id: 'returningUnitId' }),
    copiedFrom: round.row(EVALUATION_ROUND_READS, { id: 'copiedFromId' }),
    finalistsOf: round.row(EVALUATION_ROUND_READS, { id: 'finalistsOfId' }),
    rules: round.row(EVALUATION_RULES_READS, { id: 'id' }),
    criteria: round.rows(EVALUATION_CRITERION_READS, ({ roundId, position }, { id }) => ({
      where: [sql`${roundId} = ${id}`],
      orderBy: [asc(position)],
    })),
    panels: round.rows(EVALUATION_PANEL_READS, ({ roundId, kind }, { id }) => ({
      where: [sql`${roundId} = ${id}`],
      orderBy: [asc(kind)],
    })),
    awards: round.rows(EVALUATION_AWARD_READS, ({ roundId, position }, { id }) => ({
      where: [sql`${roundId} = ${id}`],
      orderBy: [asc(position)],
    })),
    auditLines: round.page(AUDIT_LINES, linesOf('EvaluationRound')),
    nominationsWithoutPanel: round.resolverOfEntity(),
    chatText: round.resolverOfEntity(),
  }),
);

const ORDERS: Record<EvaluationRoundOrder, (round: Columns<EvaluationRound>) => Order[]> = {
  PERIOD_DESC: ({ periodFrom, id }) => [desc(periodFrom), desc(id)],
  PERIOD_ASC: ({ periodFrom, id }) => [asc(periodFrom), asc(id)],
};

interface EvaluationRoundWish {
  /** A network may be given by its row. */
  readonly filter: Omit<EvaluationRoundFilter, 'networkId'> & { readonly networkId?: Sql | string | null };
  readonly orderBy: EvaluationRoundOrder;
}

interface NetworkEvaluationRoundsWish {
  readonly filter: object;
  readonly orderBy: EvaluationRoundOrder;
}

/** Those that one’s networks have opened; for a committee also those that it sets up. */
export const EVALUATION_ROUNDS = listOf(EVALUATION_ROUND_READS, {
  name: 'evaluationRounds',
  where: (round, { filter }: EvaluationRoundWish) => [
    filter.networkId && sql`${round.networkId} = ${filter.networkId}`,
    filter.states && sql`${round.state} = ANY (${filter.states})`,
    filter.subjectKinds && sql`${round.subjectKind} = ANY (${filter.subjectKinds})`,
    filter.from && sql`${round.periodFrom} >= ${filter.from}`,
    filter.to && sql`${round.periodFrom} < ${filter.to}`,
  ],
  orderBy: (round, { orderBy }: EvaluationRoundWish) => ORDERS[orderBy](round),
});

/** Beneath a network; Nest has not judged what is read with its parent. */
function filterOf(given: object, networkId: Sql): EvaluationRoundWish['filter'] {
  const { states, subjectKinds, from, to } = judgeInput(NetworkEvaluationRoundFilter, given, 'filter');
  return { states, subjectKinds, from, to, networkId };
}

export const EVALUATION_ROUND_TYPES = [
  EVALUATION_AWARD_READS,
  EVALUATION_CRITERION_READS,
  EVALUATION_PANEL_READS,
  EVALUATION_RULES_READS,
  EVALUATION_ROUND_READS,
  readsOf(Network, 'Network', (network) => ({
    evaluationRounds: network.page(
      EVALUATION_ROUNDS,
      ({ id }, { filter, orderBy }: NetworkEvaluationRoundsWish) => ({
        filter: filterOf(filter, id),
        orderBy,
      }),
    ),
  })),
];
