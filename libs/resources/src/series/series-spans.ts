import { localDayOf, MS_PER_DAY, parseRecurrence, recurrenceDays, Zone, type Span } from '#calendar';
import { Refused } from '#graphql';
import { RuleBroken } from '../booking/booking.refusals.js';

/** What the wall clock of a zone says of a span: a weekly 09:00 stays 09:00 when the clocks change. */
interface WallSpan {
  readonly day: number;
  readonly from: number;
  readonly length: number;
}

/** How far a span was moved on the wall clock, and how long it lasts there now; in milliseconds. */
export interface Shift {
  readonly by: number;
  readonly length: number;
}

/**
 * Every date of the rule, in order, beginning with the first span itself. Times of day are those of the first span on
 * the wall clock of the zone: one that summer time skips is the moment of the change, one that comes twice the first
 * of both. A span that the change swallows whole is empty. Throws BadRecurrence.
 */
export function spansOf(rule: string, first: Span, zoneName: string): Span[] {
  const zone = Zone.of(zoneName);
  const { day: firstDay, from, length } = wallOf(first, zone);
  const startOf = (day: number): number => zone.instantOf(day * MS_PER_DAY + from);
  return recurrenceDays(parseRecurrence(rule), firstDay, startOf).map((day) =>
    day === firstDay ? first : spanAt(day * MS_PER_DAY + from, length, zone),
  );
}

/** Why a span that a change of clocks has swallowed cannot be had, as nothing is open in no time; null for any other. */
export function swallowed(span: Span, zoneName: string): RuleBroken | null {
  if (span.startsAt < span.endsAt) return null;
  const day = localDayOf(span.startsAt, zoneName);
  return new RuleBroken([{ rule: 'OUTSIDE_HOURS', day, open: [], provisional: false }], []);
}

/** Throws Refused for such a span. */
export function expectSome(span: Span, zoneName: string): void {
  const refusal = swallowed(span, zoneName);
  if (refusal) throw new Refused(refusal);
}

export function shiftOf(before: Span, after: Span, zoneName: string): Shift {
  const zone = Zone.of(zoneName);
  const start = (span: Span): number => zone.localAt(span.startsAt.getTime());
  return { by: start(after) - start(before), length: wallOf(after, zone).length };
}

/** The span moved so on the wall clock. */
export function shifted(span: Span, { by, length }: Shift, zoneName: string): Span {
  const zone = Zone.of(zoneName);
  return spanAt(zone.localAt(span.startsAt.getTime()) + by, length, zone);
}

function wallOf({ startsAt, endsAt }: Span, zone: Zone): WallSpan {
  const [start, end] = [zone.localAt(startsAt.getTime()), zone.localAt(endsAt.getTime())];
  const day = Math.floor(start / MS_PER_DAY);
  return { day, from: start - day * MS_PER_DAY, length: end - start };
}

function spanAt(local: number, length: number, zone: Zone): Span {
  return { startsAt: new Date(zone.instantOf(local)), endsAt: new Date(zone.instantOf(local + length)) };
}
