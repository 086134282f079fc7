import { BOOKING_TYPES } from './booking/booking.reads.js';
import { CLOSURE_TYPES } from './closure/closure.reads.js';
import { CONTRIBUTION_TYPES } from './contribution/contribution.reads.js';
import { FIGURES_TYPES } from './figures/figures.reads.js';
import { BUNDLE_TYPES } from './bundle/bundle.reads.js';
import { SERIES_TYPES } from './series/series.reads.js';
import { USE_TYPES } from './use/use.reads.js';
import { OFFER_TYPES } from './offer/offer.reads.js';

/** How everything that this library knows is read. */
export const RESOURCES_READ_TYPES = [
  ...OFFER_TYPES,
  ...BOOKING_TYPES,
  ...CLOSURE_TYPES,
  ...USE_TYPES,
  ...CONTRIBUTION_TYPES,
  ...FIGURES_TYPES,
  ...BUNDLE_TYPES,
  ...SERIES_TYPES,
];
