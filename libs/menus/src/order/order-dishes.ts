import { ApiError, expectState, found, refuseState } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Dish, DishState } from '../dish/dish.entity.js';
import { IDEA_STATES, speaksForLead } from '../dish/dish.policy.js';
import { DishRepository } from '../dish/dish.repository.js';
import { DISH_STATES } from '../dish/dish.words.js';
import { MenuRepository } from '../menu/menu.repository.js';
import { DISH_RECORD_WORDS } from '../record/record.words.js';
import { DishOrder, DishOrderState } from './dish-order.entity.js';
import { DishOrderRepository } from './dish-order.repository.js';
import { DISH_ORDER_STATES, DISH_ORDER_WORDS } from './dish-order.words.js';

const { ACCEPTED, SERVED } = DishOrderState;

/** The dishes with which a unit answers an order that it has accepted. The dish is locked before the order. */
@Injectable()
export class OrderDishes {
  constructor(
    private readonly orders: DishOrderRepository,
    private readonly dishes: DishRepository,
    private readonly menus: MenuRepository,
  ) {}

  /** Locks an order for what its server does; refuses whoever has not accepted it, and what is over. */
  async expectServing(tx: TenantTransaction, orderId: string): Promise<DishOrder> {
    const order = await this.orders.take(tx, orderId);
    if (order.serverUnitId !== tx.actor.unitId) throw ApiError.forbidden(DISH_ORDER_WORDS.notServing);
    expectState(order, [ACCEPTED], DISH_ORDER_STATES);
    return order;
  }

  /** By the unit that has accepted it, with a dish that it leads. */
  async link(tx: TenantTransaction, dishId: string, orderId: string): Promise<Dish> {
    const dish = await this.takeLed(tx, dishId);
    if (dish.orderId && dish.orderId !== orderId) refuseState(dish, DISH_ORDER_WORDS.answersOther);
    const order = await this.expectServing(tx, orderId);
    if (dish.networkId !== order.networkId) throw ApiError.notFound('orderId');
    return this.dishes.change(tx, dish, { orderId });
  }

  async unlink(tx: TenantTransaction, dishId: string): Promise<Dish> {
    return this.dishes.change(tx, await this.takeLed(tx, dishId), { orderId: null });
  }

  /**
   * A dish has its result: the order that it answers is served, unless its unit has said so itself. By rule, for whoever
   * files results; with the dish locked.
   */
  async dishHeld(tx: TenantTransaction, dish: Dish, served: string): Promise<void> {
    const { orderId, networkId, leadUnitId } = dish;
    if (!orderId) return;
    await asCommittee(tx, networkId, async () => {
      const order = found(await tx.lock(DishOrder, orderId));
      if (order.state !== ACCEPTED || order.serverUnitId !== leadUnitId) return;
      await tx.update(DishOrder, order, { state: SERVED, served, servedAt: tx.now, updatedAt: tx.now });
    });
  }

  private async takeLed(tx: TenantTransaction, dishId: string): Promise<Dish> {
    const seen = found(await tx.find(Dish, dishId));
    if (!speaksForLead(tx, seen)) throw ApiError.forbidden(DISH_ORDER_WORDS.notLeading);
    await this.menus.expectOpen(tx, seen);
    const dish = await this.dishes.take(tx, dishId);
    expectState(dish, [...IDEA_STATES, DishState.TAKEN], DISH_STATES);
    if (dish.recordedAt) refuseState(dish, DISH_RECORD_WORDS.noOrder);
    return dish;
  }
}
