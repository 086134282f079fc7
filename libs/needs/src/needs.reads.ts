import { CALL_TYPES } from './call/need-call.reads.js';
import { NEED_CATEGORY_TYPES } from './category/need-category.reads.js';
import { CLAIM_TYPES } from './claim/claim.reads.js';
import { NEED_TYPES } from './need/need.reads.js';
import { BOOKING_PROJECT_TYPES } from './project-booking/booking-project.reads.js';
import { PROJECT_TYPES } from './project/project.reads.js';

/** How everything that this library knows is read. */
export const NEEDS_READ_TYPES = [
  ...CALL_TYPES,
  ...CLAIM_TYPES,
  ...NEED_CATEGORY_TYPES,
  ...NEED_TYPES,
  ...PROJECT_TYPES,
  ...BOOKING_PROJECT_TYPES,
];
