import { instantAt, localDayOf, type Span } from '#calendar';
import { Temporal } from 'temporal-polyfill';

/** How far ahead a menu may lie; further is a slip of the pen. */
export const MONTHS_AHEAD = 12;

export function isFirstDay(month: string): boolean {
  return month.endsWith('-01');
}

/** The first day of the month in which it is `now` in that zone. */
export function monthOf(now: Date, zone: string): string {
  return localDayOf(now, zone).with({ day: 1 }).toString();
}

/** `month` given by its first day, and so the answer. */
export function monthAfter(month: string, months = 1): string {
  return Temporal.PlainDate.from(month).add({ months }).toString();
}

/** From the first instant of the month to that of the next. */
export function spanOfMonth(month: string, zone: string): Span {
  const first = Temporal.PlainDate.from(month);
  return { startsAt: instantAt(first, 0, zone), endsAt: instantAt(first.add({ months: 1 }), 0, zone) };
}

/** The day of that number; null when the month is shorter. */
export function dayOfMonth(month: string, day: number): Temporal.PlainDate | null {
  const first = Temporal.PlainDate.from(month);
  return day <= first.daysInMonth ? first.with({ day }) : null;
}
