import { weekdayOf } from '../epoch-day.js';
import { BadRecurrence, type RecurrenceRule, type RuleDay } from './recurrence-rule.js';
import { datesIn, startOfMonth, startOfYear } from './year-month.js';

const MOST_DATES = 400;
const LONGEST_DAYS = 3653;

/** Days in a row from `from` up to, but not including, `to`; days are counted from 1970-01-01. */
interface Period {
  readonly from: number;
  readonly to: number;
}

/**
 * The days of a rule whose first is `firstDay`, in order, as days since 1970-01-01. A month without the 31st, or a
 * year without 29 February, is left out, as RFC 5545 says. `startOf` gives the instant at which a day's span begins.
 * Throws BadRecurrence unless there are 1 to 400 days within ten years and `firstDay` is the first of them.
 */
export function recurrenceDays(
  rule: RecurrenceRule,
  firstDay: number,
  startOf: (day: number) => number,
): number[] {
  const days: number[] = [];
  for (const day of daysOf(rule, firstDay)) {
    if (isOver(rule, days.length, day, startOf)) break;
    if (day > firstDay + LONGEST_DAYS) throw new BadRecurrence('TOO_FAR', endText(rule));
    if (days.length === MOST_DATES) throw new BadRecurrence('TOO_MANY', endText(rule));
    days.push(day);
  }
  if (days.length === 0) throw new BadRecurrence('NONE', endText(rule));
  if (days[0] !== firstDay) throw new BadRecurrence('OFF', 'BYDAY, BYMONTHDAY');
  return days;
}

function isOver(
  { end }: RecurrenceRule,
  made: number,
  day: number,
  startOf: (day: number) => number,
): boolean {
  if ('count' in end) return made >= end.count;
  return 'untilDay' in end ? day > end.untilDay : startOf(day) > end.untilInstant;
}

function endText({ end }: RecurrenceRule): string {
  return 'count' in end ? 'COUNT' : 'UNTIL';
}

/** Without an end: it stops where nobody reads on, one period past the longest reach. */
function* daysOf(rule: RecurrenceRule, firstDay: number): Generator<number> {
  for (let at = 0; ; at++) {
    const period = periodOf(rule, firstDay, at);
    for (let day = Math.max(period.from, firstDay); day < period.to; day++) {
      if (isMeant(rule, day, period, firstDay)) yield day;
    }
    if (period.from > firstDay + LONGEST_DAYS) {
      // A rule whose further days never come, such as 29 February every other odd year, still ends.
      yield period.to;
      return;
    }
  }
}

/** The day, week (from Monday), month or year that comes `at` steps after that of the first day. */
function periodOf({ frequency, interval }: RecurrenceRule, firstDay: number, at: number): Period {
  const step = at * interval;
  switch (frequency) {
    case 'DAILY':
      return { from: firstDay + step, to: firstDay + step + 1 };
    case 'WEEKLY': {
      const monday = firstDay - ((weekdayOf(firstDay) + 6) % 7) + 7 * step;
      return { from: monday, to: monday + 7 };
    }
    case 'MONTHLY':
      return { from: startOfMonth(firstDay, step), to: startOfMonth(firstDay, step + 1) };
    case 'YEARLY':
      return { from: startOfYear(firstDay, step), to: startOfYear(firstDay, step + 1) };
  }
}

function isMeant(rule: RecurrenceRule, day: number, period: Period, firstDay: number): boolean {
  const { byDay, byMonthDay, frequency } = rule;
  if (byDay.length === 0 && byMonthDay.length === 0) {
    switch (frequency) {
      case 'DAILY':
        return true;
      case 'WEEKLY':
        return weekdayOf(day) === weekdayOf(firstDay);
      case 'MONTHLY':
        return datesIn(day).date === datesIn(firstDay).date;
      case 'YEARLY':
        return datesIn(day).date === datesIn(firstDay).date && datesIn(day).month === datesIn(firstDay).month;
    }
  }
  const { date, fromEnd } = datesIn(day);
  return (
    (byDay.length === 0 || byDay.some((meant) => isWeekday(meant, day, period))) &&
    (byMonthDay.length === 0 || byMonthDay.includes(date) || byMonthDay.includes(fromEnd))
  );
}

function isWeekday({ weekday, ordinal }: RuleDay, day: number, { from, to }: Period): boolean {
  if (weekdayOf(day) !== weekday) return false;
  if (ordinal === null) return true;
  return ordinal > 0
    ? Math.floor((day - from) / 7) + 1 === ordinal
    : -Math.floor((to - 1 - day) / 7) - 1 === ordinal;
}
