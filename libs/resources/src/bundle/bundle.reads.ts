import { asc, readsOf, sql } from '#reads';
import { Booking } from '../booking/booking.entity.js';
import { BOOKING_READS } from '../booking/booking.reads.js';

/** What bundles add to a booking. */
export const BUNDLE_TYPES = [
  readsOf(Booking, 'Booking', (booking) => ({
    together: booking.rows(BOOKING_READS, (other, { bundleId }) => ({
      where: [sql`${other.bundleId} = ${bundleId}`],
      orderBy: [asc(other.startsAt), asc(other.id)],
    })),
  })),
];
