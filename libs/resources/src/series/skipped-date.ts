import { RuleBroken } from '../booking/booking.refusals.js';
import type { SkippedDate } from './series.entity.js';
import type { DateClash } from './series.refusals.js';

/** What is kept of a clash: the reason, but not whose booking or what was free then. */
export function skippedDateOf({ wanted, refusal }: DateClash): SkippedDate {
  return {
    startsAt: wanted.startsAt.toISOString(),
    endsAt: wanted.endsAt.toISOString(),
    code: refusal.code,
    rules: refusal instanceof RuleBroken ? refusal.breaches.map(({ rule }) => rule) : [],
  };
}
