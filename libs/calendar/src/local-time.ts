import type { Temporal } from 'temporal-polyfill';
import { epochDayOf, plainDateOf } from './epoch-day.js';
import { Zone } from './zone.js';

/** A stretch of time from an instant up to, but not including, another. */
export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The day that the calendar on the wall shows in `zone` (IANA name; RangeError for an unknown one). */
export function localDayOf(instant: Date, zone: string): Temporal.PlainDate {
  return plainDateOf(Zone.of(zone).epochDayAt(instant.getTime()));
}

/**
 * The instant at which `day` reaches `minuteOfDay` (0 to 1440; 1440 is 24:00, the start of the next day) in `zone`.
 * A minute that summer time skips is the moment of the change, one that comes twice is the first of both.
 */
export function instantAt(day: Temporal.PlainDate, minuteOfDay: number, zone: string): Date {
  if (!Number.isInteger(minuteOfDay) || minuteOfDay < 0 || minuteOfDay > 1440) {
    throw new RangeError(`A minute of the day is a whole number from 0 to 1440, not ${minuteOfDay}.`);
  }
  return new Date(Zone.of(zone).instantAt(epochDayOf(day), minuteOfDay));
}

/** The whole of a local day, which lasts 23 or 25 hours when summer time begins or ends. */
export function spanOfDay(day: Temporal.PlainDate, zone: string): Span {
  return { startsAt: instantAt(day, 0, zone), endsAt: instantAt(day, 1440, zone) };
}
