import { MS_PER_DAY } from '#calendar';
import { NEED_READS, PROJECT_READS, Need, Project } from '#needs';
import { AUDIT_LINES, linesOf, NETWORK_READS, UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order, type Reads, type Sql } from '#reads';
import { DISH_HOST_READS } from '../host/dish-host.reads.js';
import { DishDate } from './dish-date.entity.js';
import { Dish } from './dish.entity.js';
import { DishOrderBy, type DishFilter } from './dish-filter.inputs.js';

/** A dish begins and ends in one month, which may have an hour more than its days. */
const LONGEST_MS = 32 * MS_PER_DAY;

export const DISH_DATE_READS = readsOf(DishDate, 'DishDate', () => ({}));

export const DISH_READS: Reads<Dish> = readsOf(Dish, 'Dish', (dish) => ({
  network: dish.row(NETWORK_READS, { id: 'networkId' }),
  unit: dish.row(UNIT_READS, { id: 'unitId' }),
  lead: dish.row(UNIT_READS, { id: 'leadUnitId' }),
  dates: dish.rows(DISH_DATE_READS, (date, { id }) => ({
    where: [sql`${date.dishId} = ${id}`],
    orderBy: [asc(date.startsAt), asc(date.id)],
  })),
  project: dish.row(PROJECT_READS, { id: 'projectId' }),
  need: dish.row(NEED_READS, { id: 'needId' }),
  copiedFrom: dish.row(DISH_READS, { id: 'copiedFromId' }),
  hosts: dish.rows(DISH_HOST_READS, (host, { id }) => ({
    where: [sql`${host.dishId} = ${id}`],
    orderBy: [asc(host.askedAt), asc(host.id)],
  })),
  auditLines: dish.page(AUDIT_LINES, linesOf('Dish')),
  chatText: dish.resolverOfEntity(),
}));

const ORDERS: Record<DishOrderBy, (dish: Columns<Dish>) => Order[]> = {
  STARTS_AT_ASC: ({ startsAt, id }) => [asc(startsAt), asc(id)],
  STARTS_AT_DESC: ({ startsAt, id }) => [desc(startsAt), desc(id)],
};

export interface DishWish {
  /** A network and a month may be given by a row. */
  readonly filter: Omit<DishFilter, 'networkId' | 'month'> & {
    readonly networkId?: Sql | string | null;
    readonly month?: Sql | string | null;
    readonly projectId?: Sql;
    readonly needId?: Sql;
    readonly orderId?: Sql;
    readonly copiedFromId?: Sql;
    /** What was taken, and not withdrawn. */
    readonly onMenu?: true;
  };
  readonly orderBy: DishOrderBy;
}

/** One's own in every state, those that one was asked to take part in, and what one's networks have published. */
export const DISHES = listOf(DISH_READS, {
  name: 'dishes',
  where: (dish, { filter }: DishWish) => [
    filter.networkId && sql`${dish.networkId} = ${filter.networkId}`,
    filter.month && sql`${dish.month} = ${filter.month}`,
    filter.unitId && sql`${dish.unitId} = ${filter.unitId}`,
    filter.leadUnitId && sql`${dish.leadUnitId} = ${filter.leadUnitId}`,
    filter.kinds && sql`${dish.kind} = ANY (${filter.kinds})`,
    filter.states && sql`${dish.state} = ANY (${filter.states})`,
    filter.from && sql`${dish.endsAt} > ${filter.from}`,
    // Within one month, so that an index by the start serves as well.
    filter.from && sql`${dish.startsAt} > ${new Date(filter.from.getTime() - LONGEST_MS)}`,
    filter.to && sql`${dish.startsAt} < ${filter.to}`,
    filter.projectId && sql`${dish.projectId} = ${filter.projectId}`,
    filter.needId && sql`${dish.needId} = ${filter.needId}`,
    filter.orderId && sql`${dish.orderId} = ${filter.orderId}`,
    filter.copiedFromId && sql`${dish.copiedFromId} = ${filter.copiedFromId}`,
    filter.onMenu && sql`${dish.state} IN ('TAKEN', 'CANCELLED')`,
  ],
  orderBy: (dish, { orderBy }: DishWish) => ORDERS[orderBy](dish),
});

export const DISH_TYPES = [
  DISH_DATE_READS,
  DISH_HOST_READS,
  DISH_READS,
  readsOf(Dish, 'Dish', (dish) => ({
    copies: dish.page(DISHES, ({ id }) => ({
      filter: { copiedFromId: id },
      orderBy: DishOrderBy.STARTS_AT_ASC,
    })),
  })),
  readsOf(Project, 'Project', (project) => ({
    dishes: project.page(DISHES, ({ id }) => ({
      filter: { projectId: id },
      orderBy: DishOrderBy.STARTS_AT_ASC,
    })),
  })),
  readsOf(Need, 'Need', (need) => ({
    dishes: need.page(DISHES, ({ id }) => ({ filter: { needId: id }, orderBy: DishOrderBy.STARTS_AT_ASC })),
  })),
];
