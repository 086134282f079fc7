import { BOOKING_TYPES } from './booking/booking.reads.js';
import { CLOSURE_TYPES } from './closure/closure.reads.js';
import { OFFER_TYPES } from './offer/offer.reads.js';

/** How everything that this library knows is read. */
export const RESOURCES_READ_TYPES = [...OFFER_TYPES, ...BOOKING_TYPES, ...CLOSURE_TYPES];
