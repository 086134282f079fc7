import type { Expertise } from './offer-kinds.entity.js';
import type { Offer } from './offer.entity.js';

/** How many bookings may begin in one month; null where nobody has set a bound. */
export function sessionsPerMonthOf(
  offer: Offer & Partial<Pick<Expertise, 'sessionsPerMonth'>>,
): number | null {
  return offer.sessionsPerMonth ?? null;
}
