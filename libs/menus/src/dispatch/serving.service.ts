import { ApiError, expectState, expectVersion, found, refuseState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { areDaysAhead, areDaysOver } from '../order/dish-order.draft.js';
import { DispatchWay, DishOrder, DishOrderState } from '../order/dish-order.entity.js';
import { UNDISPATCHED } from '../order/dish-order.policy.js';
import { DishOrderRepository } from '../order/dish-order.repository.js';
import { DISH_ORDER_STATES, DISH_ORDER_WORDS } from '../order/dish-order.words.js';
import { DishOrderRequestState } from './dish-order-request.entity.js';
import { DishOrderRequests } from './dish-order-requests.js';

const { PLACED, DISPATCHED, ACCEPTED, SERVED } = DishOrderState;

/** What the unit says to which an order was put: yes, no, and that it is done. */
@Injectable()
export class ServingService {
  constructor(
    private readonly orders: DishOrderRepository,
    private readonly requests: DishOrderRequests,
  ) {}

  /** Without a version: of what stands open, whoever comes first has it. */
  async accept(tx: TenantTransaction, id: string): Promise<DishOrder> {
    const known = found(await tx.find(DishOrder, id));
    expectMayAccept(tx, known);
    await expectTakesPart(tx, [known.networkId]);
    const order = await this.orders.take(tx, id);
    if (order.state === ACCEPTED && !isPutTo(tx, order)) refuseState(order, DISH_ORDER_WORDS.takenAlready);
    expectState(order, [DISPATCHED], DISH_ORDER_STATES);
    expectMayAccept(tx, order);
    if (await areDaysOver(tx, order)) refuseState(order, DISH_ORDER_WORDS.daysAreOver);
    const { unitId } = tx.actor;
    await this.requests.accept(tx, order, unitId);
    const yes = { state: ACCEPTED, serverUnitId: unitId, putToUnitId: unitId, acceptedAt: tx.now };
    return this.orders.change(tx, order, yes);
  }

  /** Also after a yes, as long as it is not served: the committee looks for another. */
  async decline(tx: TenantTransaction, id: string, version: number, reason: string): Promise<DishOrder> {
    const order = await this.takePut(tx, id, version);
    expectState(order, [DISPATCHED, ACCEPTED], DISH_ORDER_STATES);
    await this.requests.settle(tx, order, DishOrderRequestState.DECLINED, reason);
    return this.orders.change(tx, order, { ...UNDISPATCHED, state: PLACED });
  }

  /** From the first day on which it is wished. The word of the unit that ordered it is awaited from now on. */
  async serve(tx: TenantTransaction, id: string, version: number, served: string): Promise<DishOrder> {
    const order = await this.takePut(tx, id, version);
    expectState(order, [ACCEPTED], DISH_ORDER_STATES);
    if (await areDaysAhead(tx, order)) refuseState(order, DISH_ORDER_WORDS.daysAhead);
    return this.orders.change(tx, order, { state: SERVED, served, servedAt: tx.now });
  }

  /** FORBIDDEN to all but the unit to which it is put. */
  private async takePut(tx: TenantTransaction, id: string, version: number): Promise<DishOrder> {
    if (!isPutTo(tx, found(await tx.find(DishOrder, id)))) throw ApiError.forbidden();
    const order = await this.orders.take(tx, id);
    expectVersion(order, version);
    return order;
  }
}

function isPutTo(tx: TenantTransaction, { putToUnitId }: DishOrder): boolean {
  return putToUnitId === tx.actor.unitId;
}

function expectMayAccept(tx: TenantTransaction, order: DishOrder): void {
  if (order.unitId === tx.actor.unitId) throw ApiError.forbidden(DISH_ORDER_WORDS.ownOrder);
  if (order.way !== DispatchWay.OPEN && !isPutTo(tx, order)) throw ApiError.forbidden();
}
