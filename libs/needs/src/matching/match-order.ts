import type { OfferMatch } from '#resources';
import type { UnitRecord } from './unit-records.js';

/** A unit beside what it has to lend, before it is put into words. */
export interface Standing {
  readonly record: UnitRecord;
  readonly offers: readonly OfferMatch[];
}

/** How near the best of its offers comes: 0 fits, 1 has the facts, 2 falls short, or there is none. */
function nearnessOf({ fits, factsHold }: OfferMatch): number {
  if (fits) return 0;
  return factsHold ? 1 : 2;
}

/** Those that fit first, then those whose facts hold; of equals the order stays. */
export function sortOffers(offers: readonly OfferMatch[]): OfferMatch[] {
  return offers.toSorted((one, other) => nearnessOf(one) - nearnessOf(other));
}

/** As the description of `Need.matches` says it; of equals the order stays, which is by name. */
export function sortUnits<S extends Standing>(units: readonly S[]): S[] {
  const best = ({ offers }: Standing): number => Math.min(2, ...offers.map(nearnessOf));
  return units.toSorted(
    (one, other) =>
      best(one) - best(other) ||
      other.record.helped - one.record.helped ||
      one.record.asked - other.record.asked,
  );
}
