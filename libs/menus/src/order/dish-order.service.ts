import { expectState, found } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishOrderRequestState } from '../dispatch/dish-order-request.entity.js';
import { DishOrderRequests } from '../dispatch/dish-order-requests.js';
import { DishOrderContact } from './dish-order-contact.entity.js';
import { expectDaysAhead, silentWish, wishOf } from './dish-order.draft.js';
import { DishOrder, DishOrderState } from './dish-order.entity.js';
import type { PlaceDishOrderInput, UpdateDishOrderInput } from './dish-order.inputs.js';
import { UNDISPATCHED } from './dish-order.policy.js';
import { DishOrderRepository } from './dish-order.repository.js';
import { DISH_ORDER_STATES } from './dish-order.words.js';

const { PLACED, DISPATCHED, ACCEPTED, SERVED, CLOSED, WITHDRAWN } = DishOrderState;
const { DONE, RECALLED, UNSATISFIED } = DishOrderRequestState;

/** What the unit that orders says: at the beginning, and at the end. Every step decides with the order locked. */
@Injectable()
export class DishOrderService {
  constructor(
    private readonly orders: DishOrderRepository,
    private readonly requests: DishOrderRequests,
  ) {}

  /** Before the committee at once; other units learn of it when it is put to them. */
  async place(tx: TenantTransaction, input: PlaceDishOrderInput): Promise<DishOrder> {
    const { networkId, contactName, contactPhone, ...said } = input;
    await expectTakesPart(tx, [networkId]);
    const wish = wishOf(said, silentWish(input));
    await expectDaysAhead(tx, wish);
    const { unitId } = tx.actor;
    const order = await tx.insert(DishOrder, {
      ...UNDISPATCHED,
      ...wish,
      id: tx.newId(),
      networkId,
      unitId,
      state: PLACED,
      round: 1,
      placedAt: tx.now,
      endedAt: null,
      reason: null,
      updatedAt: tx.now,
      version: 1,
    });
    const contact = { name: contactName ?? null, phone: contactPhone ?? null };
    await tx.insert(DishOrderContact, { ...contact, id: order.id, unitId, networkId, readerUnitIds: [] });
    return order;
  }

  /** Until it is dispatched; what a unit was asked for does not change behind its back. */
  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    input: UpdateDishOrderInput,
  ): Promise<DishOrder> {
    const order = await this.orders.takeOwn(tx, id, version);
    expectState(order, [PLACED], DISH_ORDER_STATES);
    const wish = wishOf(input, order);
    await expectDaysAhead(tx, wish);
    const { contactName, contactPhone } = input;
    const contact = found(await tx.find(DishOrderContact, id));
    const { name = contact.name, phone = contact.phone } = { name: contactName, phone: contactPhone };
    await tx.change(DishOrderContact, contact, { name, phone });
    return this.orders.change(tx, order, wish);
  }

  /** Until it is served. A unit that was asked, or has accepted, is told the reason. */
  async withdraw(tx: TenantTransaction, id: string, version: number, reason: string): Promise<DishOrder> {
    const order = await this.orders.takeOwn(tx, id, version);
    expectState(order, [PLACED, DISPATCHED, ACCEPTED], DISH_ORDER_STATES);
    await this.requests.settle(tx, order, RECALLED, reason);
    return this.orders.change(tx, order, { ...UNDISPATCHED, state: WITHDRAWN, endedAt: tx.now, reason });
  }

  /** The orderer is satisfied. */
  async close(tx: TenantTransaction, id: string, version: number): Promise<DishOrder> {
    const order = await this.orders.takeOwn(tx, id, version);
    expectState(order, [SERVED], DISH_ORDER_STATES);
    await this.requests.settle(tx, order, DONE, null);
    return this.orders.change(tx, order, { state: CLOSED, endedAt: tx.now });
  }

  /** It is not: the committee dispatches it anew, for a unit that still takes part. */
  async reopen(tx: TenantTransaction, id: string, version: number, reason: string): Promise<DishOrder> {
    await expectTakesPart(tx, [found(await tx.find(DishOrder, id)).networkId]);
    const order = await this.orders.takeOwn(tx, id, version);
    expectState(order, [SERVED], DISH_ORDER_STATES);
    await this.requests.settle(tx, order, UNSATISFIED, reason);
    return this.orders.change(tx, order, {
      ...UNDISPATCHED,
      state: PLACED,
      round: order.round + 1,
      reason,
    });
  }
}
