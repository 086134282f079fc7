import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { DishOrder } from '../order/dish-order.entity.js';
import { DishOrderRequest, DishOrderRequestState } from './dish-order-request.entity.js';

const { ASKED, ACCEPTED } = DishOrderRequestState;

/** How units stand to an order; with the order locked, and the rights of the committee. One at most is asked or serves it. */
@Injectable()
export class DishOrderRequests {
  async findLive(
    tx: TenantTransaction,
    { id: orderId, networkId }: DishOrder,
  ): Promise<DishOrderRequest | null> {
    const where = { regionId: tx.regionId, orderId, state: In([ASKED, ACCEPTED]) };
    return asCommittee(tx, networkId, () => tx.manager.findOneBy(DishOrderRequest, where));
  }

  /** By name, of an order that was just dispatched so. */
  async ask(tx: TenantTransaction, order: DishOrder, unitId: string): Promise<void> {
    await this.insert(tx, order, {
      unitId,
      state: ASKED,
      askedAt: tx.now,
      answeredAt: null,
      acceptedAt: null,
      onBehalf: false,
    });
  }

  /** The yes of a unit that was asked, or that takes the order while it stands open. */
  async accept(tx: TenantTransaction, order: DishOrder, unitId: string): Promise<void> {
    const onBehalf = tx.actor.role === 'ON_BEHALF';
    const yes = { state: ACCEPTED, answeredAt: tx.now, acceptedAt: tx.now, onBehalf };
    const asked = await this.findLive(tx, order);
    if (asked)
      await asCommittee(tx, order.networkId, () =>
        tx.update(DishOrderRequest, asked, { ...yes, updatedAt: tx.now }),
      );
    else await this.insert(tx, order, { ...yes, unitId, askedAt: null });
  }

  /** What became of the unit that was asked or has accepted, with what it has served; nothing where there is none. */
  async settle(
    tx: TenantTransaction,
    order: DishOrder,
    state: DishOrderRequestState,
    reason: string | null,
  ): Promise<void> {
    const live = await this.findLive(tx, order);
    if (!live) return;
    const isAnswer = state === DishOrderRequestState.DECLINED;
    const answer = isAnswer ? { answeredAt: tx.now, onBehalf: tx.actor.role === 'ON_BEHALF' } : {};
    const { served, servedAt } = order;
    const settled = { ...answer, state, reason, served, servedAt, settledAt: tx.now, updatedAt: tx.now };
    await asCommittee(tx, order.networkId, () => tx.update(DishOrderRequest, live, settled));
  }

  private async insert(
    tx: TenantTransaction,
    { id: orderId, networkId, unitId: orderUnitId, round, title, way, answerBy }: DishOrder,
    said: Pick<DishOrderRequest, 'unitId' | 'state' | 'askedAt' | 'answeredAt' | 'acceptedAt' | 'onBehalf'>,
  ): Promise<void> {
    if (way === null) throw new Error('Nobody serves an order that is not dispatched.');
    const of = { orderId, networkId, orderUnitId, round, title, way, answerBy };
    await asCommittee(tx, networkId, () =>
      tx.insert(DishOrderRequest, {
        ...of,
        ...said,
        id: tx.newId(),
        servedAt: null,
        served: null,
        settledAt: null,
        reason: null,
        updatedAt: tx.now,
        version: 1,
      }),
    );
  }
}
