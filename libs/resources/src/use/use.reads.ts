import { UNIT_READS } from '#network';
import { asc, readsOf, sql } from '#reads';
import { Booking } from '../booking/booking.entity.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { BookingUse } from './booking-use.entity.js';
import { NoShow } from './no-show.entity.js';

const BOOKING_USE_READS = readsOf(BookingUse, 'BookingUse', () => ({}));
const NO_SHOW_READS = readsOf(NoShow, 'NoShow', () => ({}));
const FEEDBACK_READS = readsOf(Feedback, 'Feedback', (feedback) => ({
  unit: feedback.row(UNIT_READS, { id: 'unitId' }),
}));

/** What hangs on a booking from its start on. */
export const USE_TYPES = [
  BOOKING_USE_READS,
  NO_SHOW_READS,
  FEEDBACK_READS,
  readsOf(Booking, 'Booking', (booking) => ({
    use: booking.row(BOOKING_USE_READS, { id: 'id' }),
    noShow: booking.row(NO_SHOW_READS, { id: 'id' }),
    feedback: booking.rows(FEEDBACK_READS, (feedback, { id }) => ({
      where: [sql`${feedback.bookingId} = ${id}`],
      orderBy: [asc(feedback.givenAt), asc(feedback.id)],
    })),
  })),
];
