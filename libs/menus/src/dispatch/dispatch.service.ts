import { writeChineseTime, Zone } from '#calendar';
import { ApiError, expectState, found, refuseState, type Words } from '#graphql';
import { holdMembers, notMember, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { areDaysOver, endOfDays } from '../order/dish-order.draft.js';
import { DispatchWay, DishOrder, DishOrderState } from '../order/dish-order.entity.js';
import { UNDISPATCHED } from '../order/dish-order.policy.js';
import { DishOrderRepository } from '../order/dish-order.repository.js';
import { DISH_ORDER_STATES, DISH_ORDER_WORDS } from '../order/dish-order.words.js';
import { DishOrderRequestState } from './dish-order-request.entity.js';
import { DishOrderRequests } from './dish-order-requests.js';

const { PLACED, DISPATCHED, REFUSED } = DishOrderState;
const { NAMED, OPEN } = DispatchWay;

export interface Dispatch {
  /** Null opens it to all. */
  readonly unitId: string | null;
  readonly answerBy: Date | null;
}

/** To whom the committee puts an order. */
@Injectable()
export class DispatchService {
  constructor(
    private readonly orders: DishOrderRepository,
    private readonly requests: DishOrderRequests,
  ) {}

  /** To one unit by name, or to whichever takes it first. */
  async dispatch(
    tx: TenantTransaction,
    id: string,
    version: number,
    { unitId, answerBy }: Dispatch,
  ): Promise<DishOrder> {
    const known = found(await tx.find(DishOrder, id));
    if (!tx.actor.convenedNetworkIds.includes(known.networkId)) throw ApiError.forbidden();
    // Before the order: whoever ends a membership locks it first.
    if (unitId) await this.expectMember(tx, known, unitId);
    if (answerBy && answerBy <= tx.now) throw bad('answerBy', DISH_ORDER_WORDS.answerByPast);
    const order = await this.orders.takeVersion(tx, id, version);
    expectState(order, [PLACED], DISH_ORDER_STATES);
    if (await areDaysOver(tx, order)) refuseState(order, DISH_ORDER_WORDS.newDaysNeeded);
    // Nobody can say yes afterwards, so that to wait longer would be to wait for nothing.
    if (answerBy && answerBy > (await endOfDays(tx, order))) {
      throw bad('answerBy', DISH_ORDER_WORDS.answerByLate);
    }
    const dispatched = await this.orders.change(tx, order, {
      state: DISPATCHED,
      way: unitId ? NAMED : OPEN,
      putToUnitId: unitId,
      answerBy,
      dispatchedAt: tx.now,
      openedAt: unitId ? null : tx.now,
      reason: null,
    });
    if (unitId) await this.requests.ask(tx, dispatched, unitId);
    return dispatched;
  }

  /** No answer came, or none is awaited any more: it can be put to another. */
  async recall(tx: TenantTransaction, id: string, version: number): Promise<DishOrder> {
    const order = await this.orders.takeConvened(tx, id, version);
    expectState(order, [DISPATCHED], DISH_ORDER_STATES);
    if (order.answerBy && order.answerBy > tx.now) {
      const at = await writeTime(tx, order.answerBy);
      refuseState(order, DISH_ORDER_WORDS.answerAwaited({ at }));
    }
    await this.requests.settle(tx, order, DishOrderRequestState.RECALLED, null);
    return this.orders.change(tx, order, { ...UNDISPATCHED, state: PLACED });
  }

  /** Before anybody has served it. What did not satisfy is ended by the unit that ordered it alone. */
  async refuse(tx: TenantTransaction, id: string, version: number, reason: string): Promise<DishOrder> {
    const order = await this.orders.takeConvened(tx, id, version);
    expectState(order, [PLACED], DISH_ORDER_STATES);
    if (order.round > 1) refuseState(order, DISH_ORDER_WORDS.wasServed);
    return this.orders.change(tx, order, { state: REFUSED, endedAt: tx.now, reason });
  }

  private async expectMember(tx: TenantTransaction, order: DishOrder, unitId: string): Promise<void> {
    if (unitId === order.unitId) throw bad('unitId', DISH_ORDER_WORDS.ownOrder);
    const members = await holdMembers(tx, order.networkId, [unitId]);
    if (!members.has(unitId)) throw notMember('unitId');
  }
}

async function writeTime(tx: TenantTransaction, at: Date): Promise<Words> {
  const zone = await timeZoneOf(tx);
  const local = new Date(Zone.of(zone).localAt(at.getTime())).toISOString();
  return { en: local.slice(0, 16).replace('T', ' '), zh: writeChineseTime(at, zone) };
}

function bad(path: string, message: Words): ApiError {
  return ApiError.badInput([{ path, message }]);
}
