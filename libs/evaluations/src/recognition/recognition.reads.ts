import { FILE_READS, filesOf } from '#files';
import { judgeInput } from '#graphql';
import { Dish, DISH_READS } from '#menus';
import { PROJECT_READS, Project } from '#needs';
import { AUDIT_LINES, linesOf, Network, NETWORK_READS, Unit, UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order, type Sql } from '#reads';
import { Contribution } from '#resources';
import { Nomination } from '../nomination/nomination.entity.js';
import { NOMINATION_READS } from '../nomination/nomination.reads.js';
import { EVALUATION_RESULT_READS } from '../result/evaluation-result.reads.js';
import { EvaluationRound } from '../round/evaluation-round.entity.js';
import { EVALUATION_ROUND_READS } from '../round/evaluation-round.reads.js';
import { Recognition } from './recognition.entity.js';
import { NetworkRecognitionFilter, RecognitionOrder, type RecognitionFilter } from './recognition.inputs.js';

export const RECOGNITION_READS = readsOf(Recognition, 'Recognition', (recognition) => ({
  network: recognition.row(NETWORK_READS, { id: 'networkId' }),
  unit: recognition.row(UNIT_READS, { id: 'unitId' }),
  project: recognition.row(PROJECT_READS, { id: 'projectId' }),
  dish: recognition.row(DISH_READS, { id: 'dishId' }),
  round: recognition.row(EVALUATION_ROUND_READS, { id: 'roundId' }),
  nomination: recognition.row(NOMINATION_READS, { id: 'nominationId' }),
  result: recognition.row(EVALUATION_RESULT_READS, { id: 'resultId' }),
  takenBackByResult: recognition.row(EVALUATION_RESULT_READS, { id: 'takenBackByResultId' }),
  files: recognition.rows(FILE_READS, (file, { id }) => filesOf(file, id)),
  auditLines: recognition.page(AUDIT_LINES, linesOf('Recognition')),
  chatText: recognition.resolverOfEntity(),
}));

const ORDERS: Record<RecognitionOrder, (recognition: Columns<Recognition>) => Order[]> = {
  DAY_DESC: ({ day, id }) => [desc(day), desc(id)],
  DAY_ASC: ({ day, id }) => [asc(day), asc(id)],
};

interface RecognitionWish {
  /** Whose may be given by a row. */
  readonly filter: Omit<RecognitionFilter, 'networkId' | 'unitId'> & {
    readonly networkId?: Sql | string | null;
    readonly unitId?: Sql | string | null;
    readonly projectId?: Sql;
    readonly dishId?: Sql;
    readonly roundId?: Sql;
    readonly nominationId?: Sql;
  };
  readonly orderBy: RecognitionOrder;
}

/** Those of one's networks, and those that one's own unit was given anywhere. */
export const RECOGNITIONS = listOf(RECOGNITION_READS, {
  name: 'recognitions',
  where: (recognition, { filter }: RecognitionWish) => [
    filter.networkId && sql`${recognition.networkId} = ${filter.networkId}`,
    filter.unitId && sql`${recognition.unitId} = ${filter.unitId}`,
    filter.kinds && sql`${recognition.kind} = ANY (${filter.kinds})`,
    filter.from && sql`${recognition.day} >= ${filter.from}`,
    filter.to && sql`${recognition.day} < ${filter.to}`,
    filter.stands === true && sql`${recognition.takenBackAt} IS NULL`,
    filter.stands === false && sql`${recognition.takenBackAt} IS NOT NULL`,
    filter.projectId && sql`${recognition.projectId} = ${filter.projectId}`,
    filter.dishId && sql`${recognition.dishId} = ${filter.dishId}`,
    filter.roundId && sql`${recognition.roundId} = ${filter.roundId}`,
    filter.nominationId && sql`${recognition.nominationId} = ${filter.nominationId}`,
  ],
  orderBy: (recognition, { orderBy }: RecognitionWish) => ORDERS[orderBy](recognition),
});

interface NetworkRecognitionsWish {
  readonly filter: NetworkRecognitionFilter;
  readonly orderBy: RecognitionOrder;
}

/** Beneath a network; Nest has not judged what is read with its parent. */
function filterOf(given: object, networkId: Sql): RecognitionWish['filter'] {
  const { unitId, kinds, from, to, stands } = judgeInput(NetworkRecognitionFilter, given, 'filter');
  return { unitId, kinds, from, to, stands, networkId };
}

const orderBy = RecognitionOrder.DAY_DESC;

/** What recognitions are, and what they add to units, networks, what they were given for, and the account. */
export const RECOGNITION_TYPES = [
  RECOGNITION_READS,
  readsOf(Contribution, 'Contribution', (entry) => ({
    recognition: entry.row(RECOGNITION_READS, { id: 'recognitionId' }),
  })),
  readsOf(Network, 'Network', (network) => ({
    recognitions: network.page(RECOGNITIONS, ({ id }, wish: NetworkRecognitionsWish) => ({
      filter: filterOf(wish.filter, id),
      orderBy: wish.orderBy,
    })),
  })),
  readsOf(EvaluationRound, 'EvaluationRound', (round) => ({
    recognitions: round.page(RECOGNITIONS, ({ id }) => ({ filter: { roundId: id }, orderBy })),
  })),
  readsOf(Nomination, 'Nomination', (nomination) => ({
    recognitions: nomination.page(RECOGNITIONS, ({ id }) => ({ filter: { nominationId: id }, orderBy })),
  })),
  readsOf(Unit, 'Unit', (unit) => ({
    recognitions: unit.page(RECOGNITIONS, ({ id }) => ({ filter: { unitId: id }, orderBy })),
  })),
  readsOf(Project, 'Project', (project) => ({
    recognitions: project.page(RECOGNITIONS, ({ id }) => ({ filter: { projectId: id }, orderBy })),
  })),
  readsOf(Dish, 'Dish', (dish) => ({
    recognitions: dish.page(RECOGNITIONS, ({ id }) => ({ filter: { dishId: id }, orderBy })),
  })),
];
