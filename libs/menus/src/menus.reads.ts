import { DISH_BOOKING_TYPES } from './booking/dish-booking.reads.js';
import { DISH_CHECK_IN_TYPES } from './check-in/dish-check-in.reads.js';
import { DISH_TYPES } from './dish/dish.reads.js';
import { DISH_FINDING_TYPES } from './finding/dish-finding.reads.js';
import { MENU_TYPES } from './menu/menu.reads.js';
import { MENU_NOTICE_TYPES } from './notice/menu-notice.reads.js';
import { DISH_ORDER_TYPES } from './order/dish-order.reads.js';
import { DISH_OUTCOME_TYPES } from './outcome/dish-outcome.reads.js';
import { DISH_REVIEW_TYPES } from './review/dish-review.reads.js';
import { SIGN_UP_TYPES } from './sign-up/sign-up.reads.js';

/** How everything that this library knows is read. */
export const MENUS_READ_TYPES = [
  ...DISH_TYPES,
  ...DISH_BOOKING_TYPES,
  ...DISH_CHECK_IN_TYPES,
  ...DISH_FINDING_TYPES,
  ...DISH_ORDER_TYPES,
  ...DISH_OUTCOME_TYPES,
  ...DISH_REVIEW_TYPES,
  ...MENU_TYPES,
  ...MENU_NOTICE_TYPES,
  ...SIGN_UP_TYPES,
];
