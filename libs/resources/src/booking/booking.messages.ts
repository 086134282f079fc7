import type { MessageThing } from '#messages';
import { BOOKING_MESSAGE_WORDS as WORDS } from './booking-message.words.js';

/** What became of bookings, for both sides and the committee. */
export const BOOKING_MESSAGES: readonly MessageThing[] = [
  {
    thing: 'Booking',
    acts: {
      'Booking CONFIRMED': WORDS.CONFIRMED,
      'Booking DECLINED': WORDS.DECLINED,
      'Booking WITHDRAWN': WORDS.WITHDRAWN,
      'Booking EXPIRED': WORDS.EXPIRED,
      'Booking CANCELLED': WORDS.CANCELLED,
      'Booking DISPLACED': WORDS.DISPLACED,
    },
    ends: [
      'Booking DECLINED',
      'Booking WITHDRAWN',
      'Booking EXPIRED',
      'Booking CANCELLED',
      'Booking DISPLACED',
    ],
    titles: `SELECT b.id AS thing_id, b.network_id, b.offer_title AS title, b.starts_at FROM booking b
      WHERE b.region_id = $1 AND b.id = ANY ($2)`,
  },
];
