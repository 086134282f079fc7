import { AUDIT_LINES, linesOf, NETWORK_READS, UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order } from '#reads';
import { DishOrderRequest } from '../dispatch/dish-order-request.entity.js';
import { DISH_ORDER_REQUEST_READS } from '../dispatch/dish-order-request.reads.js';
import { Dish } from '../dish/dish.entity.js';
import { DISHES } from '../dish/dish.reads.js';
import { DishOrderBy } from '../dish/dish-filter.inputs.js';
import { DishOrderContact } from './dish-order-contact.entity.js';
import { DishOrderOrderBy, type DishOrderFilter } from './dish-order-filter.inputs.js';
import { DishOrder } from './dish-order.entity.js';

const CONTACT_READS = readsOf(DishOrderContact, 'DishOrderContact', () => ({}));

export const DISH_ORDER_READS = readsOf(DishOrder, 'DishOrder', (order) => ({
  network: order.row(NETWORK_READS, { id: 'networkId' }),
  unit: order.row(UNIT_READS, { id: 'unitId' }),
  server: order.row(UNIT_READS, { id: 'serverUnitId' }),
  contact: order.row(CONTACT_READS, { id: 'id' }),
  requests: order.rows(DISH_ORDER_REQUEST_READS, (request, { id }) => ({
    where: [sql`${request.orderId} = ${id}`],
    orderBy: [desc(request.updatedAt), desc(request.id)],
  })),
  dishes: order.page(DISHES, ({ id }) => ({
    filter: { orderId: id },
    orderBy: DishOrderBy.STARTS_AT_ASC,
  })),
  candidates: order.resolverOfEntity(),
  auditLines: order.page(AUDIT_LINES, linesOf('DishOrder')),
  chatText: order.resolverOfEntity(),
}));

const ORDERS: Record<DishOrderOrderBy, (order: Columns<DishOrder>) => Order[]> = {
  PLACED_AT_DESC: ({ placedAt, id }) => [desc(placedAt), desc(id)],
  PLACED_AT_ASC: ({ placedAt, id }) => [asc(placedAt), asc(id)],
};

interface DishOrderWish {
  readonly filter: DishOrderFilter;
  readonly orderBy: DishOrderOrderBy;
}

/** One's own, those put to one's unit, and those that stand open; for a committee all of its network. */
export const DISH_ORDERS = listOf(DISH_ORDER_READS, {
  name: 'dishOrders',
  where: (order, { filter }: DishOrderWish) => [
    filter.networkId && sql`${order.networkId} = ${filter.networkId}`,
    filter.unitId && sql`${order.unitId} = ${filter.unitId}`,
    filter.serverUnitId && sql`${order.serverUnitId} = ${filter.serverUnitId}`,
    filter.states && sql`${order.state} = ANY (${filter.states})`,
  ],
  orderBy: (order, { orderBy }: DishOrderWish) => ORDERS[orderBy](order),
});

export const DISH_ORDER_TYPES = [
  CONTACT_READS,
  DISH_ORDER_READS,
  DISH_ORDER_REQUEST_READS,
  readsOf(DishOrderRequest, 'DishOrderRequest', (request) => ({
    order: request.row(DISH_ORDER_READS, { id: 'orderId' }),
  })),
  readsOf(Dish, 'Dish', (dish) => ({ order: dish.row(DISH_ORDER_READS, { id: 'orderId' }) })),
];
