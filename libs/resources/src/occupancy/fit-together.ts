import type { Span } from '#calendar';
import { toRange } from '../availability/openings.js';
import { poolOf } from '../offer/offer-pool.js';
import { spanWithGap } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import { readAmount } from './amount.js';
import { levelsOf } from './levels.js';

/** So much of an offer at such a time; all of it where it is lent whole. */
export interface Part extends Span {
  readonly amount?: string | null | undefined;
}

/**
 * Whether these can stand beside each other, the gap between two included; nobody else's bookings are looked at. Of a
 * pool several can at one time; one that alone is more than there is counts as all of it.
 */
export function fitTogether(offer: Offer, parts: readonly Part[]): boolean {
  const capacity = poolOf(offer)?.capacity ?? 1n;
  const uses = parts.map((part) => {
    const amount = part.amount ? readAmount(part.amount) : 1n;
    return { ...toRange(spanWithGap(offer, part)), amount: amount < capacity ? amount : capacity };
  });
  const always = { from: -Infinity, to: Infinity };
  return levelsOf(uses, always).every(({ used }) => used <= capacity);
}
