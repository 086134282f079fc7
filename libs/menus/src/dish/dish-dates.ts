import type { Span } from '#calendar';
import { ApiError } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { spanOfMonth } from '../menu/month.js';
import { DishDate } from './dish-date.entity.js';
import { partOf } from './dish-readers.js';
import type { Dish } from './dish.entity.js';
import type { DishDateInput } from './dish.inputs.js';
import { DISH_WORDS } from './dish.words.js';

/** What becomes of the dates of a dish when it is said anew when it is held. */
export interface DatePlan {
  readonly moved: readonly { readonly date: DishDate; readonly to: Span }[];
  readonly added: readonly Span[];
  /** Will not be held. */
  readonly dropped: readonly DishDate[];
  /** From the start of the first that stands to the end of the last. */
  readonly whole: Span;
}

/** When a dish is held. With the dish locked. */
@Injectable()
export class DishDates {
  /** Those that stand, the earliest first. */
  listStanding(tx: TenantTransaction, dishId: string): Promise<DishDate[]> {
    const where = { regionId: tx.regionId, dishId, cancelledAt: IsNull() };
    return tx.manager.find(DishDate, { where, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  /** @throws ApiError BAD_USER_INPUT for dates that are over, lie outside the month, overlap, or are not of this dish */
  async plan(
    tx: TenantTransaction,
    month: string,
    standing: readonly DishDate[],
    wanted: readonly DishDateInput[],
  ): Promise<DatePlan> {
    const within = spanOfMonth(month, await timeZoneOf(tx));
    const matched = wanted.map((to, at) => match(standing, to, at));
    const moved = matched.flatMap((date, at) => {
      const to = wanted[at];
      return date && to && !isSame(date, to) ? [{ date, to, at }] : [];
    });
    for (const { date, at } of moved)
      if (date.startsAt <= tx.now) throw bad(at, 'startsAt', DISH_WORDS.dateIsOver);
    for (const [at, to] of wanted.entries()) {
      const date = matched[at];
      if (!date || !isSame(date, to)) expectAhead(tx, to, within, at);
    }
    // What has begun stands, whether it is named or not.
    const kept = standing.filter((date) => !matched.includes(date) && date.startsAt <= tx.now);
    const whole = wholeOf([...wanted, ...kept]);
    return {
      moved,
      added: wanted.filter((_, at) => !matched[at]),
      dropped: standing.filter((date) => !matched.includes(date) && !kept.includes(date)),
      whole,
    };
  }

  async carryOut(tx: TenantTransaction, dish: Dish, { moved, added, dropped }: DatePlan): Promise<void> {
    const spans = new Map(moved.map(({ date, to: { startsAt, endsAt } }) => [date.id, { startsAt, endsAt }]));
    await tx.changeAll(
      DishDate,
      moved.map(({ date }) => date),
      ({ id }) => spans.get(id) ?? {},
    );
    await tx.insertAll(
      DishDate,
      added.map(({ startsAt, endsAt }) => ({
        ...partOf(dish),
        id: tx.newId(),
        startsAt,
        endsAt,
        cancelledAt: null,
      })),
    );
    if (dish.publishedAt) await this.cancel(tx, dropped);
    else for (const date of dropped) await tx.remove(DishDate, date);
  }

  async cancel(tx: TenantTransaction, dates: readonly DishDate[]): Promise<void> {
    await tx.changeAll(DishDate, dates, () => ({ cancelledAt: tx.now }));
  }
}

function match(standing: readonly DishDate[], wanted: DishDateInput, at: number): DishDate | undefined {
  if (!wanted.id) return standing.find((date) => isSame(date, wanted));
  const date = standing.find(({ id }) => id === wanted.id);
  if (!date) throw bad(at, 'id', DISH_WORDS.noSuchDate);
  return date;
}

function expectAhead(tx: TenantTransaction, { startsAt, endsAt }: Span, within: Span, at: number): void {
  if (endsAt <= startsAt) throw bad(at, 'endsAt', DISH_WORDS.endsBeforeStart);
  if (startsAt < within.startsAt || startsAt >= within.endsAt)
    throw bad(at, 'startsAt', DISH_WORDS.outsideMonth);
  if (endsAt > within.endsAt) throw bad(at, 'endsAt', DISH_WORDS.outsideMonth);
  if (startsAt <= tx.now) throw bad(at, 'startsAt', DISH_WORDS.inThePast);
}

function wholeOf(spans: readonly Span[]): Span {
  const sorted = spans.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) throw ApiError.badInput([{ path: 'input.dates', message: DISH_WORDS.datesNeeded }]);
  const overlaps = sorted.some(
    (one, at) => at > 0 && one.startsAt < (sorted[at - 1]?.endsAt ?? one.startsAt),
  );
  if (overlaps) throw ApiError.badInput([{ path: 'input.dates', message: DISH_WORDS.datesOverlap }]);
  return { startsAt: first.startsAt, endsAt: last.endsAt };
}

function isSame(one: Span, other: Span): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()
  );
}

function bad(at: number, field: keyof DishDateInput, message: (typeof DISH_WORDS)['inThePast']): ApiError {
  return ApiError.badInput([{ path: `input.dates.${at}.${field}`, message }]);
}
