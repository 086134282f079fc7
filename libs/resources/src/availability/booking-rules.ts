import { MS_PER_DAY, MS_PER_MINUTE, Zone } from '#calendar';
import type { Closure } from './closure.js';
import type { DatedHours } from './dated-hours.js';
import type { HoursLine } from './hours.js';
import type { UsedUpMonth } from './sessions.js';

/** What an offer asks of a booking. */
export interface BookingRules {
  /** Sound by `validateHours`. */
  readonly hours: readonly HoursLine[];
  /** Sound by `validateDatedHours`; on such a day they stand in the place of `hours`. */
  readonly exceptions: readonly DatedHours[];
  /** Nothing can be booked then, whatever the hours. A buffer may lie in one. */
  readonly closures: readonly Closure[];
  /** No booking can begin in them, as far as they were looked at; none where sessions are not bounded. */
  readonly usedUp?: readonly UsedUpMonth[];
  /** IANA zone of the hours and of the horizon. */
  readonly zone: string;
  /** From the moment of asking to the start. */
  readonly leadTimeMinutes: number;
  /** A booking must have ended so many local days from now, at this time of day. */
  readonly horizonDays: number;
  readonly slotMinutes: number;
  readonly longestMinutes: number;
  /** Kept free between two bookings: the larger of the buffers before and after; it may lie outside the hours. */
  readonly gapMinutes: number;
}

/** The first instant, in epoch milliseconds, at which a booking asked for now may start. */
export function earliestStart(rules: BookingRules, now: Date): number {
  return now.getTime() + rules.leadTimeMinutes * MS_PER_MINUTE;
}

/** The last instant, in epoch milliseconds, at which a booking asked for now may end. */
export function latestEnd(rules: BookingRules, now: Date): number {
  const zone = Zone.of(rules.zone);
  return zone.instantOf(zone.localAt(now.getTime()) + rules.horizonDays * MS_PER_DAY);
}
