import { found } from '#graphql';
import type { Belonging, EndingThing } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DishOrderRequest, DishOrderRequestState } from '../dispatch/dish-order-request.entity.js';
import { DishOrderRequests } from '../dispatch/dish-order-requests.js';
import { DishOrder, DishOrderState } from './dish-order.entity.js';
import { UNDISPATCHED, UNSERVED_ORDERS } from './dish-order.policy.js';
import { DishOrderRepository } from './dish-order.repository.js';
import { DISH_ORDER_WORDS } from './dish-order.words.js';

const { ASKED, ACCEPTED, RECALLED } = DishOrderRequestState;
const { PLACED, SERVED, WITHDRAWN } = DishOrderState;
// Free text, like every reason: it is told to a network that writes Chinese.
const REASON = DISH_ORDER_WORDS.unitLeft.zh;

/** A unit that leaves the network neither orders nor serves there; what was served stays, and awaits the orderer’s word. */
@Injectable()
export class OrderEnding {
  constructor(
    private readonly orders: DishOrderRepository,
    private readonly requests: DishOrderRequests,
  ) {}

  /** What would end as one reads it: its orders, and what it is asked to serve or serves. */
  async listEnding(tx: TenantTransaction, of: Belonging): Promise<EndingThing[]> {
    const { own, put } = await this.findConcerned(tx, of);
    return [
      ...own.map(({ id }) => ({ part: 'DishOrder', thingType: 'DishOrder', thingId: id, startsAt: null })),
      ...put.map(({ orderId }) => ({
        part: 'DishOrderRequest',
        thingType: 'DishOrder',
        thingId: orderId,
        startsAt: null,
      })),
    ];
  }

  /** In the committee’s transaction, in which the membership is locked: nothing new is placed or accepted. */
  async endMembership(tx: TenantTransaction, of: Belonging): Promise<void> {
    const { own, put } = await this.findConcerned(tx, of);
    const ids = new Set([...own.map(({ id }) => id), ...put.map(({ orderId }) => orderId)]);
    // In the order in which they are locked.
    for (const id of [...ids].toSorted()) {
      const order = found(await tx.lock(DishOrder, id));
      if (order.unitId === of.unitId) await this.withdraw(tx, order);
      else await this.release(tx, order, of.unitId);
    }
  }

  /** Not what was served meanwhile: its server did it, and the orderer has the last word when it comes back. */
  private async withdraw(tx: TenantTransaction, order: DishOrder): Promise<void> {
    if (!UNSERVED_ORDERS.includes(order.state)) return;
    await this.requests.settle(tx, order, RECALLED, REASON);
    const over = { state: WITHDRAWN, endedAt: tx.now, reason: REASON };
    await this.orders.change(tx, order, { ...UNDISPATCHED, ...over });
  }

  /** Back before the committee. What it says it has served still awaits the word of who ordered it. */
  private async release(tx: TenantTransaction, order: DishOrder, unitId: string): Promise<void> {
    if (order.putToUnitId !== unitId || order.state === SERVED) return;
    await this.requests.settle(tx, order, RECALLED, REASON);
    await this.orders.change(tx, order, { ...UNDISPATCHED, state: PLACED });
  }

  private async findConcerned(tx: TenantTransaction, { unitId, networkId }: Belonging) {
    const { regionId } = tx;
    const here = { regionId, networkId, unitId };
    const own = await tx.manager.findBy(DishOrder, { ...here, state: In(UNSERVED_ORDERS) });
    const live = await tx.manager.findBy(DishOrderRequest, { ...here, state: In([ASKED, ACCEPTED]) });
    const served = await tx.manager.findBy(DishOrder, {
      regionId,
      networkId,
      state: SERVED,
      serverUnitId: unitId,
    });
    const put = live.filter(({ orderId }) => !served.some(({ id }) => id === orderId));
    return { own, put };
  }
}
