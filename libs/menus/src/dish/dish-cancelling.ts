import { ApiError, expectState, found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishMoves } from '../booking/dish-moves.js';
import type { HeldBookings } from '../booking/moves-of.js';
import { MenuRepository } from '../menu/menu.repository.js';
import { DishStriking } from '../record/dish-striking.js';
import { SignUpEnd } from '../sign-up/sign-up.entity.js';
import { SignUps } from '../sign-up/sign-ups.js';
import type { DishDate } from './dish-date.entity.js';
import { DishDates } from './dish-dates.js';
import { Dish, DishState } from './dish.entity.js';
import { convenes } from './dish.policy.js';
import { DishRepository } from './dish.repository.js';
import { DISH_STATES, DISH_WORDS } from './dish.words.js';

/** What is published is cancelled as far as it lies ahead: what was held stays on record, with who came. Records are struck out. */
@Injectable()
export class DishCancelling {
  constructor(
    private readonly dishes: DishRepository,
    private readonly dates: DishDates,
    private readonly menus: MenuRepository,
    private readonly moves: DishMoves,
    private readonly signUps: SignUps,
    private readonly striking: DishStriking,
  ) {}

  /** With the reason. All of it, or once it has begun the dates that are left; what was recorded afterwards is struck out. */
  async cancel(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Dish> {
    const known = found(await tx.find(Dish, id));
    if (!convenes(tx, known)) throw ApiError.forbidden();
    const held = await this.moves.hold(tx, known);
    await this.menus.expectOpen(tx, known);
    const dish = await this.dishes.takeVersion(tx, id, version);
    expectState(dish, [DishState.TAKEN], DISH_STATES);
    if (dish.publishedAt === null) refuseState(dish, DISH_WORDS.notPublished);
    if (dish.recordedAt) return this.striking.strike(tx, dish, reason);
    const standing = await this.dates.listStanding(tx, id);
    const ahead = standing.filter(({ startsAt }) => startsAt > tx.now);
    if (ahead.length === 0) refuseState(dish, DISH_WORDS.nothingAhead);
    await this.dates.cancel(tx, ahead);
    const begun = standing.filter((date) => !ahead.includes(date));
    await this.moves.free(tx, notServing(held, begun));
    const last = begun.at(-1);
    if (last) return this.shorten(tx, dish, { endsAt: last.endsAt, reason }, ahead);
    const ended = { state: DishState.CANCELLED, endedAt: tx.now, reason };
    const cancelled = await this.dishes.change(tx, dish, ended);
    await this.signUps.endAll(tx, cancelled, SignUpEnd.DISH_CANCELLED);
    return cancelled;
  }

  /** It stays on the menu with what was held, and those who signed up are told of the rest. */
  private async shorten(
    tx: TenantTransaction,
    dish: Dish,
    changes: Pick<Dish, 'endsAt' | 'reason'>,
    dropped: readonly DishDate[],
  ): Promise<Dish> {
    const shortened = await this.dishes.change(tx, dish, changes);
    await this.signUps.follow(tx, dish, shortened, dropped);
    return shortened;
  }
}

function notServing(held: HeldBookings, dates: readonly DishDate[]): HeldBookings {
  return new Map([...held].filter(([, { dateId }]) => !dates.some(({ id }) => id === dateId)));
}
