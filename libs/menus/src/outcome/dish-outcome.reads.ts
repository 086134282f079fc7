import { FILE_READS, filesOf } from '#files';
import { AUDIT_LINES, UNIT_READS, linesOf } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order } from '#reads';
import { Dish } from '../dish/dish.entity.js';
import { DISH_READS } from '../dish/dish.reads.js';
import { DishOutcome } from './dish-outcome.entity.js';
import { DishOutcomeOrder, type DishOutcomeFilter } from './dish-outcome.inputs.js';

export const DISH_OUTCOME_READS = readsOf(DishOutcome, 'DishOutcome', (outcome) => ({
  dish: outcome.row(DISH_READS, { id: 'dishId' }),
  unit: outcome.row(UNIT_READS, { id: 'unitId' }),
  files: outcome.rows(FILE_READS, (file, { id }) => filesOf(file, id)),
  auditLines: outcome.page(AUDIT_LINES, linesOf('DishOutcome')),
  chatText: outcome.resolverOfEntity(),
}));

const ORDERS: Record<DishOutcomeOrder, (outcome: Columns<DishOutcome>) => Order[]> = {
  FILED_AT_DESC: ({ filedAt, id }) => [desc(filedAt), desc(id)],
  FILED_AT_ASC: ({ filedAt, id }) => [asc(filedAt), asc(id)],
};

interface DishOutcomeWish {
  readonly filter: DishOutcomeFilter;
  readonly orderBy: DishOutcomeOrder;
}

/** Of dishes that one reads. */
export const DISH_OUTCOMES = listOf(DISH_OUTCOME_READS, {
  name: 'dishOutcomes',
  where: (outcome, { filter }: DishOutcomeWish) => [
    filter.networkId && sql`${outcome.networkId} = ${filter.networkId}`,
    filter.from && sql`${outcome.filedAt} >= ${filter.from}`,
    filter.to && sql`${outcome.filedAt} < ${filter.to}`,
  ],
  orderBy: (outcome, { orderBy }: DishOutcomeWish) => ORDERS[orderBy](outcome),
});

/** What outcomes add to a dish. */
export const DISH_OUTCOME_TYPES = [
  DISH_OUTCOME_READS,
  readsOf(Dish, 'Dish', (dish) => ({ outcome: dish.row(DISH_OUTCOME_READS, { dishId: 'id' }) })),
];
