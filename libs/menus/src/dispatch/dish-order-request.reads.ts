import { NETWORK_READS, UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order } from '#reads';
import { DishOrderRequest } from './dish-order-request.entity.js';
import { DishOrderRequestOrder, type DishOrderRequestFilter } from './dish-order-request.inputs.js';

export const DISH_ORDER_REQUEST_READS = readsOf(DishOrderRequest, 'DishOrderRequest', (request) => ({
  network: request.row(NETWORK_READS, { id: 'networkId' }),
  unit: request.row(UNIT_READS, { id: 'unitId' }),
  chatText: request.resolverOfEntity(),
}));

const ORDERS: Record<DishOrderRequestOrder, (request: Columns<DishOrderRequest>) => Order[]> = {
  UPDATED_AT_DESC: ({ updatedAt, id }) => [desc(updatedAt), desc(id)],
  UPDATED_AT_ASC: ({ updatedAt, id }) => [asc(updatedAt), asc(id)],
};

interface DishOrderRequestWish {
  readonly filter: DishOrderRequestFilter;
  readonly orderBy: DishOrderRequestOrder;
}

/** What was put to one's unit, and who serves one's orders; for a committee whom it asked. */
export const DISH_ORDER_REQUESTS = listOf(DISH_ORDER_REQUEST_READS, {
  name: 'dishOrderRequests',
  where: (request, { filter }: DishOrderRequestWish) => [
    filter.networkId && sql`${request.networkId} = ${filter.networkId}`,
    filter.unitId && sql`${request.unitId} = ${filter.unitId}`,
    filter.states && sql`${request.state} = ANY (${filter.states})`,
  ],
  orderBy: (request, { orderBy }: DishOrderRequestWish) => ORDERS[orderBy](request),
});
