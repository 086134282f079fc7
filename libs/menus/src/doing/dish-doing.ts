import { ApiError, found, refuseState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishDate } from '../dish/dish-date.entity.js';
import { DishDates } from '../dish/dish-dates.js';
import { Dish } from '../dish/dish.entity.js';
import { speaksForDish } from '../dish/dish.policy.js';
import { DishRepository } from '../dish/dish.repository.js';
import { MenuRepository } from '../menu/menu.repository.js';
import { DOING_WORDS } from './doing.words.js';

/** The way to a published dish of which is written down what became of it. Its menu stays open, and it is locked. */
@Injectable()
export class DishDoing {
  constructor(
    private readonly dishes: DishRepository,
    private readonly dates: DishDates,
    private readonly menus: MenuRepository,
  ) {}

  /** @throws ApiError NOT_FOUND for what the actor does not see; Refused for what is not published, or closed with its menu */
  async take(tx: TenantTransaction, id: string): Promise<Dish> {
    const known = found(await tx.find(Dish, id));
    // A representative speaks for no unit that could leave.
    if (tx.actor.role !== 'REPRESENTATIVE') await expectTakesPart(tx, [known.networkId]);
    if (known.publishedAt === null) refuseState(known, DOING_WORDS.notPublished);
    await this.menus.expectOpen(tx, known);
    return this.dishes.take(tx, id);
  }

  /** For its lead and the committee. @throws ApiError FORBIDDEN for others */
  async takeAsHolder(tx: TenantTransaction, id: string): Promise<Dish> {
    const dish = await this.take(tx, id);
    if (!speaksForDish(tx, dish)) throw ApiError.forbidden();
    return dish;
  }

  /** A date that stands, with its dish. */
  async takeDate(
    tx: TenantTransaction,
    dateId: string,
    who: 'anybody' | 'holder' = 'anybody',
  ): Promise<{ dish: Dish; date: DishDate }> {
    const { dishId } = found(await tx.find(DishDate, dateId));
    const dish = await (who === 'holder' ? this.takeAsHolder(tx, dishId) : this.take(tx, dishId));
    const date = found(await tx.find(DishDate, dateId));
    if (date.cancelledAt) refuseState(dish, DOING_WORDS.dateCancelled);
    return { dish, date };
  }

  /** Whether one of its dates that stand has begun, or is over. */
  async hasOne(tx: TenantTransaction, { id }: Dish, past: 'startsAt' | 'endsAt'): Promise<boolean> {
    return (await this.dates.listStanding(tx, id)).some((date) => date[past] <= tx.now);
  }
}
