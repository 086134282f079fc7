import { registerEnumType } from '@nestjs/graphql';

/** The reasons for which a well-formed wish is not granted; a client may branch on them. */
export enum RefusalCode {
  STALE_VERSION = 'STALE_VERSION',
  WRONG_STATE = 'WRONG_STATE',
  SPAN_TAKEN = 'SPAN_TAKEN',
  RULE_BROKEN = 'RULE_BROKEN',
  ABOVE_CAPACITY = 'ABOVE_CAPACITY',
  NOT_ENOUGH_FREE = 'NOT_ENOUGH_FREE',
  NOT_RECORDABLE = 'NOT_RECORDABLE',
  DATES_CLASH = 'DATES_CLASH',
  ITEMS_REFUSED = 'ITEMS_REFUSED',
  BOOKINGS_HIT = 'BOOKINGS_HIT',
  BOOKING_RUNNING = 'BOOKING_RUNNING',
  TOO_MANY_ATTEMPTS = 'TOO_MANY_ATTEMPTS',
  WRONG_CREDENTIALS = 'WRONG_CREDENTIALS',
  NO_POST_NOW = 'NO_POST_NOW',
  INVALID_CODE = 'INVALID_CODE',
  ALREADY_EXISTS = 'ALREADY_EXISTS',
  NO_PLACE_LEFT = 'NO_PLACE_LEFT',
  OWN_NEED = 'OWN_NEED',
}

registerEnumType(RefusalCode, {
  name: 'RefusalCode',
  description: 'Why a well-formed wish was not granted.',
  valuesMap: {
    STALE_VERSION: { description: 'Somebody changed it since the version that was sent.' },
    WRONG_STATE: { description: 'Its state does not allow this step.' },
    SPAN_TAKEN: { description: 'Something confirmed stands in the wanted span.' },
    RULE_BROKEN: { description: 'A rule of the owner forbids it: hours, lead time, horizon, longest span.' },
    ABOVE_CAPACITY: { description: 'More is wanted than the whole of the offer.' },
    NOT_ENOUGH_FREE: { description: 'Less than the wanted amount is free in the wanted span.' },
    NOT_RECORDABLE: { description: 'After the fact only what is over, and not long ago, is recorded.' },
    DATES_CLASH: { description: 'Dates of a series cannot be had.' },
    ITEMS_REFUSED: { description: 'One of several things that were asked for in one act cannot be had.' },
    BOOKINGS_HIT: { description: 'Confirmed bookings lie in the span; say what becomes of them.' },
    BOOKING_RUNNING: { description: 'Something in the span is in use, or has begun.' },
    TOO_MANY_ATTEMPTS: { description: 'Too many attempts; try again later.' },
    WRONG_CREDENTIALS: { description: 'Account or password is wrong.' },
    NO_POST_NOW: { description: 'The password is right, but no post is held at this moment.' },
    INVALID_CODE: { description: 'The code or refresh token is unknown, used, replaced or expired.' },
    ALREADY_EXISTS: { description: 'There is one already.' },
    NO_PLACE_LEFT: { description: 'Every place of the need has its unit.' },
    OWN_NEED: { description: 'A unit does not claim its own need.' },
  },
});
