import type { DayCalendar, Span } from '#calendar';
import { earliestStart, latestEnd, type BookingRules } from './booking-rules.js';
import { earliestBooking } from './earliest-booking.js';
import { cut, minutes, openStretches, toRange, toSpan, type OpenStretch, type Range } from './openings.js';
import { firstStep, lastStep } from './slot-step.js';

/** A booking that stands in the way. */
export interface Busy {
  readonly startsAt: Date;
  /** Its end and the gap that was kept when it was made. */
  readonly keptUntil: Date;
}

export interface Wish {
  readonly lengthMinutes: number;
  /** At most so many answers. */
  readonly count: number;
}

/**
 * The longest spans in the window in which a booking asked for now may lie, in order: open, not closed, free of others
 * with the gap kept, clear of months that are used up, after the lead time, before the horizon; both ends are on the
 * slot step.
 */
export function freeSpans(
  rules: BookingRules,
  calendar: DayCalendar,
  busy: readonly Busy[],
  window: Span,
  now: Date,
): Span[] {
  return Array.from(freeStretches(rules, calendar, busy, toRange(window), now), toSpan);
}

/**
 * The next bookings that could be had from `from` until the horizon: in each free span the earliest that is as long
 * as wished, or as little longer as the slot step asks. None when the wish is longer than a booking may be.
 * Throws RangeError unless the length is more than nothing.
 */
export function nextFree(
  rules: BookingRules,
  calendar: DayCalendar,
  busy: readonly Busy[],
  from: Date,
  now: Date,
  wish: Wish,
): Span[] {
  if (!(wish.lengthMinutes > 0)) throw new RangeError('A booking must last longer than nothing.');
  if (wish.lengthMinutes > rules.longestMinutes) return [];
  const window = { from: from.getTime(), to: Infinity };
  const found: Span[] = [];
  for (const stretch of freeStretches(rules, calendar, busy, window, now)) {
    if (found.length >= wish.count) break;
    const booking = earliestBooking(rules, stretch, minutes(wish.lengthMinutes));
    if (booking) found.push(toSpan(booking));
  }
  return found;
}

/** In order, and one at a time: who has enough does not pay for the rest of the horizon. */
function* freeStretches(
  rules: BookingRules,
  calendar: DayCalendar,
  busy: readonly Busy[],
  window: Range,
  now: Date,
): Generator<OpenStretch> {
  const bookable = cut(window, { from: earliestStart(rules, now), to: latestEnd(rules, now) });
  if (!(bookable.from < bookable.to)) return;
  const step = minutes(rules.slotMinutes);
  const taken = takenRanges(rules, busy);
  let passed = 0;
  for (const stretch of openStretches(rules, calendar, bookable)) {
    const open = cut(stretch, bookable);
    while (passed < taken.length && taken[passed]!.to <= open.from) passed++;
    yield* snapInwards(subtract(open, taken, passed), stretch.lines, step);
  }
}

/** What bookings, closures and months that are used up keep others from, joined and in order. */
function takenRanges(rules: BookingRules, busy: readonly Busy[]): Range[] {
  const gap = minutes(rules.gapMinutes);
  const booked = busy.map(({ startsAt, keptUntil }) => ({
    from: startsAt.getTime() - gap,
    to: keptUntil.getTime(),
  }));
  const ranges = [...booked, ...rules.closures.map(toRange), ...(rules.usedUp ?? []).map(toRange)];
  const joined: { from: number; to: number }[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else joined.push(range);
  }
  return joined;
}

/** `taken` up to `passed` lies before `open`: going through all of it for every stretch would be many times the work. */
function subtract(open: Range, taken: readonly Range[], passed: number): Range[] {
  const left: Range[] = [];
  let from = open.from;
  for (let at = passed; at < taken.length; at++) {
    const range = taken[at]!;
    if (range.from >= open.to) break;
    if (from < range.from) left.push({ from, to: range.from });
    from = range.to;
  }
  if (from < open.to) left.push({ from, to: open.to });
  return left;
}

/** `pieces` are in order, so each line is looked at only by the pieces that it meets. */
function snapInwards(pieces: readonly Range[], lines: readonly Range[], step: number): OpenStretch[] {
  const snapped: OpenStretch[] = [];
  let passed = 0;
  for (const piece of pieces) {
    while (passed < lines.length && lines[passed]!.to < piece.from) passed++;
    let ahead = passed;
    while (ahead < lines.length && lines[ahead]!.from <= piece.to) ahead++;
    const met = lines.slice(passed, ahead);
    const from = firstStep(met, piece.from, step);
    const to = lastStep(met, piece.to, step);
    if (from < to) snapped.push({ from, to, lines: met });
  }
  return snapped;
}
