import { ContributionTotal } from './contribution/contribution-total.entity.js';
import { Contribution } from './contribution/contribution.entity.js';
import { Feedback } from './feedback/feedback.entity.js';
import { LendingMonth } from './figures/lending-month.entity.js';
import { BookingUse } from './use/booking-use.entity.js';
import { NoShow } from './use/no-show.entity.js';
import { BookingContact } from './booking/booking-contact.entity.js';
import { Booking } from './booking/booking.entity.js';
import { BookingSeries } from './series/series.entity.js';
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
  BookingUse,
  Contribution,
  ContributionTotal,
  Feedback,
  LendingMonth,
  NoShow,
  BookingSeries,
  Occupancy,
  Offer,
  OfferClosure,
  OfferInternal,
  OfferPublication,
  PoolShare,
  ...Object.values(OFFER_ENTITIES),
];
