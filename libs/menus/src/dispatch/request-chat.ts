import { hidePhones, joinChat } from '#graphql';
import { Network } from '#network';
import type { TenantTransaction } from '#tenancy';
import { nameOf, writeWish } from '../order/dish-order-chat.js';
import { DishOrder } from '../order/dish-order.entity.js';
import { DISH_ORDER_CHAT, DISH_ORDER_REQUEST_STATES } from '../order/dish-order.words.js';
import { DishOrderRequestState, type DishOrderRequest } from './dish-order-request.entity.js';

/** What one would write into the group chat to a unit that was asked, or of what it said; no names of persons, no phones. */
export async function writeRequestChat(tx: TenantTransaction, request: DishOrderRequest): Promise<string> {
  const { state, title: wish, reason } = request;
  const unit = await nameOf(tx, request.unitId);
  const order = state === DishOrderRequestState.ASKED ? await tx.find(DishOrder, request.orderId) : null;
  const lines = order
    ? [await writeAsking(tx, request, unit), ...(await writeWish(tx, order))]
    : [DISH_ORDER_CHAT.outcome({ unit, wish, state: DISH_ORDER_REQUEST_STATES[state].zh })];
  return hidePhones(joinChat([...lines, reason === null ? null : DISH_ORDER_CHAT.reason({ reason })]));
}

async function writeAsking(tx: TenantTransaction, request: DishOrderRequest, unit: string): Promise<string> {
  const network = await tx.find(Network, request.networkId);
  const committee = network ? await nameOf(tx, network.convenerUnitId) : DISH_ORDER_CHAT.aUnit;
  const owner = await nameOf(tx, request.orderUnitId);
  return DISH_ORDER_CHAT.asked({ unit, committee, owner, wish: request.title });
}
