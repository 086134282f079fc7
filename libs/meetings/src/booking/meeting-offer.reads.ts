import { UNIT_READS } from '#network';
import { asc, ASKER, listOf, readsOf, sql, type Columns, type Sql } from '#reads';
import { Booking, BOOKING_READS, OFFER_READS } from '#resources';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import { Meeting } from '../meeting/meeting.entity.js';
import { MEETING_READS } from '../meeting/meeting.reads.js';
import { MeetingOffer } from './meeting-offer.entity.js';

type WantedColumns = Pick<Columns<MeetingOffer>, 'id' | 'startsAt' | 'endsAt'>;

/** One of its bookings, of the first of these kinds that there is: confirmed for it, asked for, over. As `stateOf` has it. */
const latestOf = ({ id, startsAt, endsAt }: WantedColumns, what: Sql): Sql =>
  sql`(SELECT ${what} FROM meeting_booking mb
      JOIN booking b ON b.region_id = ${ASKER.regionId} AND b.id = mb.booking_id
      CROSS JOIN LATERAL (SELECT CASE
        WHEN b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED') AND b.starts_at <= ${startsAt} AND ${endsAt} <= b.ends_at
          THEN 'CONFIRMED'
        WHEN b.state IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED') AND b.expires_at > ${ASKER.now} THEN 'ASKED'
        ELSE 'LOST' END) AS standing (state)
    WHERE mb.region_id = ${ASKER.regionId} AND mb.meeting_offer_id = ${id}
    ORDER BY array_position(ARRAY['CONFIRMED', 'ASKED', 'LOST'], standing.state), mb.place DESC LIMIT 1)`;

export const stateOfWanted = (row: WantedColumns): Sql =>
  sql`coalesce(${latestOf(row, sql`standing.state`)}, 'NOTED')`;

export const bookingOfWanted = (row: WantedColumns): Sql => latestOf(row, sql`b.id`);

export const MEETING_OFFER_READS = readsOf(MeetingOffer, 'MeetingOffer', (wanted) => ({
  offer: wanted.row(OFFER_READS, { id: 'offerId' }),
  owner: wanted.row(UNIT_READS, { id: 'ownerUnitId' }),
  state: wanted.sql(stateOfWanted),
  booking: wanted.row(BOOKING_READS, (booking, row) => sql`${booking.id} = ${bookingOfWanted(row)}`),
  meeting: wanted.row(MEETING_READS, { id: 'meetingId' }),
  obstacle: wanted.resolverOfEntity(),
}));

/** All that was ever booked for one meeting, as far as the asker reads bookings; in their order of time. */
const MEETING_BOOKINGS = listOf(BOOKING_READS, {
  name: 'meetingBookings',
  where: (booking, { meetingId }: { readonly meetingId: Sql }) => [
    sql`${booking.id} IN (SELECT mb.booking_id FROM meeting_booking mb
      WHERE mb.region_id = ${ASKER.regionId} AND mb.meeting_id = ${meetingId})`,
  ],
  orderBy: ({ startsAt, id }) => [asc(startsAt), asc(id)],
});

/** How many persons are expected: as said, else one of each unit invited. */
const expectedOf = ({ expectedHeads, invitedUnitIds }: Columns<MeetingCall>): Sql =>
  sql`coalesce(${expectedHeads}, cardinality(${invitedUnitIds}))`;

const CAPACITY = (meetingId: Sql): Sql =>
  sql`(SELECT sum(room.capacity) FROM meeting_offer taken
    JOIN offer room ON room.region_id = ${ASKER.regionId} AND room.id = taken.offer_id AND room.kind = 'VENUE'
    WHERE taken.region_id = ${ASKER.regionId} AND taken.meeting_id = ${meetingId} AND taken.dropped_at IS NULL)`;

/** What wanted offers add to meetings and bookings. */
export const MEETING_OFFER_TYPES = [
  MEETING_OFFER_READS,
  readsOf(Meeting, 'Meeting', (meeting) => ({
    offers: meeting.rows(MEETING_OFFER_READS, (wanted, { id }) => ({
      where: [sql`${wanted.meetingId} = ${id}`, sql`${wanted.droppedAt} IS NULL`],
      orderBy: [asc(wanted.startsAt), asc(wanted.offerTitle), asc(wanted.id)],
    })),
    bookings: meeting.page(MEETING_BOOKINGS, ({ id }) => ({ meetingId: id })),
  })),
  readsOf(MeetingCall, 'MeetingCall', (call) => ({
    venueShortBy: call.sql(
      (row) => sql`greatest(0, coalesce(${expectedOf(row)} - ${CAPACITY(row.id)}, 0))::integer`,
    ),
    heldUp: call.resolverOfEntity(),
  })),
  readsOf(Booking, 'Booking', (booking) => ({
    meeting: booking.row(
      MEETING_READS,
      (meeting, { id }) => sql`${meeting.id} = (SELECT mb.meeting_id FROM meeting_booking mb
        WHERE mb.region_id = ${ASKER.regionId} AND mb.booking_id = ${id})`,
    ),
  })),
];
