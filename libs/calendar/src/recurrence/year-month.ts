import { MS_PER_DAY } from '../epoch-day.js';

/** Where a day, counted from 1970-01-01, stands in its month. */
export interface DateInMonth {
  /** 0 is January. */
  readonly month: number;
  readonly date: number;
  /** -1 is the last day of the month. */
  readonly fromEnd: number;
}

export function datesIn(epochDay: number): DateInMonth {
  const at = new Date(epochDay * MS_PER_DAY);
  const date = at.getUTCDate();
  return { month: at.getUTCMonth(), date, fromEnd: epochDay - startOfMonth(epochDay, 1) };
}

/** The first day of the month so many months after that of `epochDay`. */
export function startOfMonth(epochDay: number, after: number): number {
  const at = new Date(epochDay * MS_PER_DAY);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + after, 1) / MS_PER_DAY;
}

/** The first of January so many years after that of `epochDay`. */
export function startOfYear(epochDay: number, after: number): number {
  return Date.UTC(new Date(epochDay * MS_PER_DAY).getUTCFullYear() + after, 0, 1) / MS_PER_DAY;
}
