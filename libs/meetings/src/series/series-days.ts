import type { DayCalendar } from '#calendar';
import { Temporal } from 'temporal-polyfill';

export enum SeriesPeriod {
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
}

/** What becomes of a day that falls on a rest-day. */
export enum OffRestDay {
  NEXT_WORKDAY = 'NEXT_WORKDAY',
  STAYS = 'STAYS',
}

/** Once a month or a quarter, on its nth weekday. */
export interface SeriesRule {
  readonly every: SeriesPeriod;
  /** Of a quarter: its first, second or third month; null of a month. */
  readonly monthOfQuarter: number | null;
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  /** 1 to 4; -1 is the last. */
  readonly nth: number;
  readonly offRestDay: OffRestDay;
}

/** One day of a series. */
export interface SeriesDay {
  /** By the rule alone, before it steps off a rest-day: what names it for good. */
  readonly originalDay: Temporal.PlainDate;
  readonly day: Temporal.PlainDate;
  /** It may yet step off: its year is not announced, and whether it is a rest-day is guessed from the weekday. */
  readonly isProvisional: boolean;
}

const MONTHS: Record<SeriesPeriod, number> = { MONTH: 1, QUARTER: 3 };

/** The next so many days of the series that lie after `today`, one for each period, the earliest first. */
export function seriesDays(
  rule: SeriesRule,
  today: Temporal.PlainDate,
  count: number,
  calendar: DayCalendar,
): SeriesDay[] {
  const days: SeriesDay[] = [];
  // A day may step off into the period after its own.
  let first = firstOfPeriod(rule.every, today).subtract({ months: MONTHS[rule.every] });
  while (days.length < count) {
    const day = dayIn(rule, first, calendar);
    if (Temporal.PlainDate.compare(day.day, today) > 0) days.push(day);
    first = first.add({ months: MONTHS[rule.every] });
  }
  return days;
}

/** Names the period of a day: no series has two meetings in one. */
export function periodOf(every: SeriesPeriod, day: Temporal.PlainDate): string {
  return firstOfPeriod(every, day).toString();
}

function firstOfPeriod(every: SeriesPeriod, day: Temporal.PlainDate): Temporal.PlainDate {
  const months = MONTHS[every];
  return day.with({ month: Math.floor((day.month - 1) / months) * months + 1, day: 1 });
}

function dayIn(rule: SeriesRule, first: Temporal.PlainDate, calendar: DayCalendar): SeriesDay {
  const month = first.add({ months: (rule.monthOfQuarter ?? 1) - 1 });
  const originalDay = nthWeekday(month, rule.weekday, rule.nth);
  const stepsOff = rule.offRestDay === OffRestDay.NEXT_WORKDAY && calendar.isRestDay(originalDay);
  const day = stepsOff ? calendar.nextWorkday(originalDay) : originalDay;
  const isAnnounced = calendar.isAnnounced(originalDay.year) && calendar.isAnnounced(day.year);
  const isProvisional = rule.offRestDay === OffRestDay.NEXT_WORKDAY && !isAnnounced;
  return { originalDay, day, isProvisional };
}

function nthWeekday(month: Temporal.PlainDate, weekday: number, nth: number): Temporal.PlainDate {
  if (nth > 0) {
    const first = month.add({ days: (weekday - month.dayOfWeek + 7) % 7 });
    return first.add({ weeks: nth - 1 });
  }
  const last = month.with({ day: month.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}
