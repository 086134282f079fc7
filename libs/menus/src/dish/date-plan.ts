import type { Span } from '#calendar';
import { ApiError } from '#graphql';
import type { DishDate } from './dish-date.entity.js';
import type { DishDateInput } from './dish.inputs.js';
import { DISH_WORDS } from './dish.words.js';

/** A date, the time to which it is put, and its place among the dates that were said. */
export interface DateMove {
  readonly date: DishDate;
  readonly to: Span;
  readonly at: number;
}

/** What becomes of the dates of a dish when it is said anew when it is held. */
export interface DatePlan {
  readonly moved: readonly DateMove[];
  readonly added: readonly Span[];
  /** Will not be held. */
  readonly dropped: readonly DishDate[];
  /** As they were. */
  readonly kept: readonly DishDate[];
  /** From the start of the first that stands in the end to the end of the last. */
  readonly whole: Span;
}

/**
 * An item that names a date is that date; one that names none is the date of just that time that no other item names,
 * or a new one; one alone is the only date of a dish, put to another time. What has begun stands, whether it is named or
 * not.
 * @throws ApiError BAD_USER_INPUT for dates that are over, lie outside `within`, overlap, are named twice, or are not of this dish
 */
export function planDates(
  standing: readonly DishDate[],
  wanted: readonly DishDateInput[],
  { now, within }: { readonly now: Date; readonly within: Span },
): DatePlan {
  const matched = onlyOne(standing, wanted, now) ?? matchAll(standing, wanted);
  for (const [at, to] of wanted.entries()) {
    const date = matched[at];
    if (date && isSame(date, to)) continue;
    if (date && date.startsAt <= now) throw bad(at, 'startsAt', DISH_WORDS.dateIsOver);
    expectAhead(to, { now, within }, at);
  }
  const moved = wanted.flatMap((to, at) => {
    const date = matched[at];
    return date && !isSame(date, to) ? [{ date, to, at }] : [];
  });
  const added = wanted.filter((_, at) => !matched[at]);
  const dropped = standing.filter((date) => !matched.includes(date) && date.startsAt > now);
  const spans = new Map(moved.map(({ date, to }) => [date, to]));
  const stand = standing.filter((date) => !dropped.includes(date));
  const kept = stand.filter((date) => !spans.has(date));
  const whole = wholeOf([...stand.map((date) => spans.get(date) ?? date), ...added]);
  return { moved, added, dropped, kept, whole };
}

export function isSame(one: Span, other: Span): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()
  );
}

/** One for one, where no item says which date it is and none has begun. */
function onlyOne(
  standing: readonly DishDate[],
  wanted: readonly DishDateInput[],
  now: Date,
): readonly DishDate[] | null {
  const [date, ...others] = standing;
  const [to, ...more] = wanted;
  const isOne = date && to && others.length === 0 && more.length === 0;
  return isOne && !to.id && date.startsAt > now ? [date] : null;
}

/** By its place among the wanted, the date that each is; a date is one of them at most. */
function matchAll(
  standing: readonly DishDate[],
  wanted: readonly DishDateInput[],
): readonly (DishDate | undefined)[] {
  const named = wanted.map(({ id }, at) => {
    if (!id) return undefined;
    if (wanted.findIndex((other) => other.id === id) < at) throw bad(at, 'id', DISH_WORDS.dateTwice);
    const date = standing.find((one) => one.id === id);
    if (!date) throw bad(at, 'id', DISH_WORDS.noSuchDate);
    return date;
  });
  const left = new Set(standing.filter((date) => !named.includes(date)));
  return wanted.map((to, at) => {
    const date = to.id ? named[at] : [...left].find((one) => isSame(one, to));
    if (date) left.delete(date);
    return date;
  });
}

function expectAhead(
  { startsAt, endsAt }: Span,
  { now, within }: { readonly now: Date; readonly within: Span },
  at: number,
): void {
  if (endsAt <= startsAt) throw bad(at, 'endsAt', DISH_WORDS.endsBeforeStart);
  if (startsAt < within.startsAt || startsAt >= within.endsAt)
    throw bad(at, 'startsAt', DISH_WORDS.outsideMonth);
  if (endsAt > within.endsAt) throw bad(at, 'endsAt', DISH_WORDS.outsideMonth);
  if (startsAt <= now) throw bad(at, 'startsAt', DISH_WORDS.inThePast);
}

/** From the start of the first to the end of the last. @throws ApiError BAD_USER_INPUT for none, and for those that overlap */
export function wholeOf(spans: readonly Span[]): Span {
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

function bad(at: number, field: keyof DishDateInput, message: (typeof DISH_WORDS)['inThePast']): ApiError {
  return ApiError.badInput([{ path: `input.dates.${at}.${field}`, message }]);
}
