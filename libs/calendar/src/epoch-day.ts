import { Temporal } from 'temporal-polyfill';

export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 24 * MS_PER_HOUR;

/** Days since 1970-01-01: the number that stands for a day where PlainDate would be too slow. */
export function epochDayOf(day: Temporal.PlainDate): number {
  return new Date(0).setUTCFullYear(day.year, day.month - 1, day.day) / MS_PER_DAY;
}

export function plainDateOf(epochDay: number): Temporal.PlainDate {
  const midnight = new Date(epochDay * MS_PER_DAY);
  return new Temporal.PlainDate(midnight.getUTCFullYear(), midnight.getUTCMonth() + 1, midnight.getUTCDate());
}

/** 0 is Sunday, as in `Date.getUTCDay`. */
export function weekdayOf(epochDay: number): number {
  return new Date(epochDay * MS_PER_DAY).getUTCDay();
}
