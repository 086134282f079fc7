import { DISH_BOOKING_WORDS } from './booking/dish-booking.words.js';
import { DISH_CHECK_IN_WORDS } from './check-in/check-in.words.js';
import { DOING_WORDS } from './doing/doing.words.js';
import { DISH_OUTCOME_CHAT, DISH_OUTCOME_WORDS } from './outcome/dish-outcome.words.js';
import { REVIEW_WORDS } from './review/review.words.js';
import {
  DISH_CHAT,
  DISH_HOST_STATES,
  DISH_KINDS,
  DISH_STATES,
  DISH_WORDS,
  SEGMENTS,
} from './dish/dish.words.js';
import { DISH_FINDING_WORDS } from './finding/dish-finding.words.js';
import { MENU_CHAT, MENU_STATES, MENU_WORDS } from './menu/menu.words.js';
import { MENU_NOTICE_CHAT } from './notice/menu-notice.words.js';
import {
  DISH_ORDER_CHAT,
  DISH_ORDER_REQUEST_STATES,
  DISH_ORDER_STATES,
  DISH_ORDER_WORDS,
} from './order/dish-order.words.js';
import { MENU_PAPER_WORDS } from './paper/menu-paper.words.js';
import { DISH_RECORD_WORDS } from './record/record.words.js';
import { MENU_RHYTHM_WORDS } from './rhythm/menu-rhythm.words.js';
import { SIGN_UP_CHAT, SIGN_UP_ENDS, SIGN_UP_STATES, SIGN_UP_WORDS } from './sign-up/sign-up.words.js';
import { MENU_WARNING_WORDS } from './warning/menu-warning.words.js';
import { MENU_CHANGE_ASPECTS, MENU_CHANGE_WORDS } from './version/menu-changes.words.js';
import { DOING_FIGURE_WORDS } from './doing/doing-figures.words.js';
import { DISH_SCHEDULE_CHAT } from './dish/dish-schedule.words.js';
import { MENUS_INBOX_WORDS } from './menus-inbox.words.js';
import { MENU_MESSAGE_WORDS } from './menu/menu-message.words.js';

/** This library's part of the catalogue. */
export const MENUS_WORDS = {
  doingFigures: DOING_FIGURE_WORDS,
  dish: DISH_WORDS,
  dishBooking: DISH_BOOKING_WORDS,
  dishChat: DISH_CHAT,
  dishCheckIn: DISH_CHECK_IN_WORDS,
  dishDoing: DOING_WORDS,
  dishFinding: DISH_FINDING_WORDS,
  dishHostStates: DISH_HOST_STATES,
  dishKinds: DISH_KINDS,
  dishOrder: DISH_ORDER_WORDS,
  dishOrderChat: DISH_ORDER_CHAT,
  dishOrderRequestStates: DISH_ORDER_REQUEST_STATES,
  dishOrderStates: DISH_ORDER_STATES,
  dishOutcome: DISH_OUTCOME_WORDS,
  dishOutcomeChat: DISH_OUTCOME_CHAT,
  dishRecord: DISH_RECORD_WORDS,
  dishReview: REVIEW_WORDS,
  dishScheduleChat: DISH_SCHEDULE_CHAT,
  dishStates: DISH_STATES,
  menu: MENU_WORDS,
  menuChangeAspects: MENU_CHANGE_ASPECTS,
  menuChanges: MENU_CHANGE_WORDS,
  menuChat: MENU_CHAT,
  menuMessages: MENU_MESSAGE_WORDS,
  menuNoticeChat: MENU_NOTICE_CHAT,
  menuPaperChat: MENU_PAPER_WORDS,
  menuRhythm: MENU_RHYTHM_WORDS,
  menuStates: MENU_STATES,
  menuWarnings: MENU_WARNING_WORDS,
  menusInbox: MENUS_INBOX_WORDS,
  segments: SEGMENTS,
  signUp: SIGN_UP_WORDS,
  signUpChat: SIGN_UP_CHAT,
  signUpEnds: SIGN_UP_ENDS,
  signUpStates: SIGN_UP_STATES,
};
