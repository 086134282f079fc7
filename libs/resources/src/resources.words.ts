import { DAY_KINDS, HOURS_WORDS } from './availability/hours.words.js';
import { BOOKING_CHAT, BOOKING_CHAT_TITLES } from './booking/booking-chat.words.js';
import { BOOKING_REASONS, BOOKING_RULES, BOOKING_STATES, BOOKING_WORDS } from './booking/booking.words.js';
import { BUNDLE_WORDS } from './bundle/bundle.words.js';
import { FEEDBACK_WORDS } from './feedback/feedback.words.js';
import { USE_WORDS } from './use/use.words.js';
import { CALENDAR_WORDS } from './calendar-year/calendar.words.js';
import { YEAR_FILE_WORDS } from './calendar-year/year-file.words.js';
import { CLOSURE_CHAT, CLOSURE_WORDS } from './closure/closure.words.js';
import { EXCEPTION_WORDS } from './exception/exception.words.js';
import { CONFIRMATIONS, FACTS_WORDS, OFFER_KINDS, OFFER_STATES, OFFER_WORDS } from './offer/offer.words.js';
import { SERIES_CHAT } from './series/series-chat.words.js';
import { SERIES_WORDS } from './series/series.words.js';
import { OFFER_SHEET_WORDS } from './offer-sheet/offer-sheet.words.js';
import { SEARCH_WORDS } from './search/search.words.js';
import { CONTRIBUTION_FIGURE_WORDS } from './contribution/contribution-figures.words.js';
import { LENDING_FIGURE_WORDS } from './figures/lending-figures.words.js';
import { BOOKING_SCHEDULE_CHAT } from './booking/booking-schedule.words.js';
import { RESOURCES_INBOX_WORDS } from './resources-inbox.words.js';
import { BOOKING_MESSAGE_WORDS } from './booking/booking-message.words.js';

/** This library's part of the catalogue. */
export const RESOURCES_WORDS = {
  contributionFigures: CONTRIBUTION_FIGURE_WORDS,
  lendingFigures: LENDING_FIGURE_WORDS,
  booking: BOOKING_WORDS,
  bookingChat: BOOKING_CHAT,
  bookingChatTitles: BOOKING_CHAT_TITLES,
  bookingMessages: BOOKING_MESSAGE_WORDS,
  bookingReasons: BOOKING_REASONS,
  bookingRules: BOOKING_RULES,
  bookingScheduleChat: BOOKING_SCHEDULE_CHAT,
  bookingStates: BOOKING_STATES,
  bundle: BUNDLE_WORDS,
  calendar: CALENDAR_WORDS,
  closure: CLOSURE_WORDS,
  closureChat: CLOSURE_CHAT,
  confirmations: CONFIRMATIONS,
  days: DAY_KINDS,
  exception: EXCEPTION_WORDS,
  facts: FACTS_WORDS,
  feedback: FEEDBACK_WORDS,
  hours: HOURS_WORDS,
  offer: OFFER_WORDS,
  offerKinds: OFFER_KINDS,
  offerSheet: OFFER_SHEET_WORDS,
  offerStates: OFFER_STATES,
  search: SEARCH_WORDS,
  series: SERIES_WORDS,
  seriesChat: SERIES_CHAT,
  use: USE_WORDS,
  yearFile: YEAR_FILE_WORDS,
  resourcesInbox: RESOURCES_INBOX_WORDS,
};
