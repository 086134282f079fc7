import { BookingContact } from './booking/booking-contact.entity.js';
import { Booking } from './booking/booking.entity.js';
import { OfferClosure } from './closure/closure.entity.js';
import { Occupancy } from './occupancy/occupancy.entity.js';
import { PoolShare } from './occupancy/pool-share.entity.js';
import { OfferInternal } from './offer/offer-internal.entity.js';
import { OFFER_ENTITIES } from './offer/offer-kinds.entity.js';
import { OfferPublication } from './offer/offer-publication.entity.js';
import { Offer } from './offer/offer.entity.js';

export const RESOURCES_ENTITIES = [
  Booking,
  BookingContact,
  Occupancy,
  Offer,
  OfferClosure,
  OfferInternal,
  OfferPublication,
  PoolShare,
  ...Object.values(OFFER_ENTITIES),
];
