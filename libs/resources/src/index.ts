export { BookingService, type BookingWish } from './booking/booking.service.js';
export { OfferService } from './offer/offer.service.js';
export { draftOf, type OfferDraft } from './offer/offer.draft.js';
export { RESOURCES_READ_TYPES } from './resources.reads.js';
export { RESOURCES_ENTITIES } from './resources.entities.js';
export { RESOURCES_WORDS } from './resources.words.js';
export { ResourcesModule } from './resources.module.js';
