import { FILE_READS, filesOf } from '#files';
import { AUDIT_LINES, linesOf, NETWORK_READS, UNIT_READS } from '#network';
import {
  asc,
  ASKER,
  desc,
  listOf,
  readsOf,
  sql,
  type Columns,
  type Order,
  type Reads,
  type Sql,
} from '#reads';
import { Offer } from '../offer/offer.entity.js';
import { OFFER_READS } from '../offer/offer.reads.js';
import { BookingContact } from './booking-contact.entity.js';
import { Booking } from './booking.entity.js';
import { BookingOrder, BookingSide, type BookingFilter, type OfferBookingsArgs } from './booking.inputs.js';

const CONTACT_READS = readsOf(BookingContact, 'BookingContact', () => ({}));

/** Neither answered nor lapsed. */
const isOpen = ({ state, expiresAt }: Columns<Booking>): Sql =>
  sql`${state} IN ('REQUESTED', 'AWAITING_OWNER') AND ${expiresAt} > ${ASKER.now}`;

/** What is kept between two bookings of its offer. */
const gapOf = ({ offerId }: Columns<Booking>): Sql =>
  sql`(SELECT make_interval(mins => greatest(o.buffer_before_minutes, o.buffer_after_minutes))
    FROM offer o WHERE o.region_id = ${ASKER.regionId} AND o.id = ${offerId})`;

/** Whether a pool has, at some instant of the rival, too little for both beside what is confirmed. */
const isTooMuch = (rival: Columns<Booking>, own: Columns<Booking>): Sql =>
  sql`EXISTS (SELECT FROM offer o CROSS JOIN LATERAL (
      SELECT ${rival.startsAt} UNION SELECT ${own.startsAt}
      UNION SELECT s.starts_at FROM pool_share s WHERE s.region_id = ${ASKER.regionId} AND s.offer_id = o.id) AS change (at)
    WHERE o.region_id = ${ASKER.regionId} AND o.id = ${own.offerId}
      AND ${rival.startsAt} <= change.at AND change.at < ${rival.endsAt} + ${gapOf(own)}
      AND coalesce(o.max_load_kw, o.quantity) < ${rival.amount}
        + CASE WHEN ${own.startsAt} <= change.at AND change.at < ${own.endsAt} + ${gapOf(own)} THEN ${own.amount} ELSE 0 END
        + (SELECT coalesce(sum(s.high - s.low), 0) FROM pool_share s
          JOIN booking b ON b.region_id = ${ASKER.regionId} AND b.id = s.booking_id AND NOT b.holds
          WHERE s.region_id = ${ASKER.regionId} AND s.offer_id = o.id AND s.starts_at <= change.at AND change.at < s.kept_until
            AND b.id IS DISTINCT FROM ${own.replacesId} AND b.id IS DISTINCT FROM ${rival.replacesId}))`;

export const BOOKING_READS: Reads<Booking> = readsOf(Booking, 'Booking', (booking) => ({
  offer: booking.row(OFFER_READS, { id: 'offerId' }),
  owner: booking.row(UNIT_READS, { id: 'ownerUnitId' }),
  requester: booking.row(UNIT_READS, { id: 'requesterUnitId' }),
  network: booking.row(NETWORK_READS, { id: 'networkId' }),
  ownerContact: booking.row(CONTACT_READS, { bookingId: 'id', unitId: 'ownerUnitId' }),
  requesterContact: booking.row(CONTACT_READS, { bookingId: 'id', unitId: 'requesterUnitId' }),
  replaces: booking.row(BOOKING_READS, { id: 'replacesId' }),
  rivals: booking.rows(BOOKING_READS, (rival, own) => ({
    where: [
      sql`${own.ownerUnitId} = ${ASKER.unitId} AND ${isOpen(own)}`,
      sql`${rival.offerId} = ${own.offerId} AND ${rival.id} <> ${own.id} AND ${isOpen(rival)}`,
      sql`${rival.startsAt} < ${own.endsAt} + ${gapOf(own)} AND ${own.startsAt} < ${rival.endsAt} + ${gapOf(own)}`,
      sql`${own.amount} IS NULL OR ${isTooMuch(rival, own)}`,
    ],
    orderBy: [asc(rival.startsAt), asc(rival.id)],
  })),
  files: booking.rows(FILE_READS, (file, { id }) => filesOf(file, id)),
  auditLines: booking.page(AUDIT_LINES, linesOf('Booking')),
  chatText: booking.resolverOfEntity(),
  chatReminder: booking.resolverOfEntity(),
}));

const ORDERS: Record<BookingOrder, (booking: Columns<Booking>) => Order[]> = {
  STARTS_AT_ASC: ({ startsAt, id }) => [asc(startsAt), asc(id)],
  STARTS_AT_DESC: ({ startsAt, id }) => [desc(startsAt), desc(id)],
  REQUESTED_AT_DESC: ({ requestedAt, id }) => [desc(requestedAt), desc(id)],
};

const SIDES: Record<BookingSide, (booking: Columns<Booking>) => Sql> = {
  GIVEN: ({ ownerUnitId }) => sql`${ownerUnitId} = ${ASKER.unitId}`,
  TAKEN: ({ requesterUnitId }) => sql`${requesterUnitId} = ${ASKER.unitId}`,
};

interface BookingWish {
  /** An offer may be given by its row. */
  readonly filter: Omit<BookingFilter, 'offerId'> & { readonly offerId?: Sql | string | null };
  /** Those that have conflicts, which no SQL can tell; needed where the filter asks for it. */
  readonly conflictIds?: readonly string[] | null;
  readonly orderBy: BookingOrder;
}

/** Bookings that one's unit made or lends for, and for a committee those made through its network. */
export const BOOKINGS = listOf(BOOKING_READS, {
  name: 'bookings',
  where: (
    booking,
    { filter: { offerId, networkId, side, states, from, to, conflicting }, conflictIds }: BookingWish,
  ) => [
    conflictIds && sql`(${booking.id} = ANY (${conflictIds})) = ${conflicting}`,
    offerId && sql`${booking.offerId} = ${offerId}`,
    networkId && sql`${booking.networkId} = ${networkId}`,
    side && SIDES[side](booking),
    states && sql`${booking.state} = ANY (${states})`,
    from && sql`${booking.endsAt} > ${from}`,
    to && sql`${booking.startsAt} < ${to}`,
  ],
  orderBy: (booking, { orderBy }: BookingWish) => ORDERS[orderBy](booking),
});

/** Who waits for an offer, in the order in which they are served. */
const WAITING_LIST = listOf(BOOKING_READS, {
  name: 'waitingList',
  where: (booking, { offerId }: { readonly offerId: Sql }) => [
    sql`${booking.offerId} = ${offerId} AND ${booking.state} = 'WAITLISTED'`,
  ],
  orderBy: ({ waitingNumber, id }) => [asc(waitingNumber), asc(id)],
});

export const BOOKING_TYPES = [
  CONTACT_READS,
  BOOKING_READS,
  readsOf(Offer, 'Offer', (offer) => ({
    waitingList: offer.page(WAITING_LIST, ({ id }) => ({ offerId: id })),
    bookings: offer.page(BOOKINGS, ({ id }, { states, from, to }: OfferBookingsArgs) => ({
      filter: { offerId: id, states, from, to },
      orderBy: BookingOrder.STARTS_AT_ASC,
    })),
  })),
];
