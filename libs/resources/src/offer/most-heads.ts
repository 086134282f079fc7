import { isOfKind, type Vehicle, type Venue } from './offer-kinds.entity.js';
import { OfferKind, type Offer } from './offer.entity.js';

/** More than ever came to anything. */
const MOST = 100_000;

/** How many persons can be there at a time. */
export function mostHeads(offer: Offer): number {
  if (isOfKind<Venue>(offer, OfferKind.VENUE)) return offer.capacity;
  if (isOfKind<Vehicle>(offer, OfferKind.VEHICLE)) return offer.seats;
  return MOST;
}
