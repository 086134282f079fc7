import { FILE_READS, filesOf } from '#files';
import { AUDIT_LINES, linesOf, NETWORK_READS, UNIT_READS } from '#network';
import { asc, ASKER, desc, listOf, readsOf, sql, type Columns, type Order, type Sql } from '#reads';
import { Offer } from '../offer/offer.entity.js';
import { OFFER_READS } from '../offer/offer.reads.js';
import { BookingContact } from './booking-contact.entity.js';
import { Booking } from './booking.entity.js';
import { BookingOrder, BookingSide, type BookingFilter, type OfferBookingsArgs } from './booking.inputs.js';

const CONTACT_READS = readsOf(BookingContact, 'BookingContact', () => ({}));

export const BOOKING_READS = readsOf(Booking, 'Booking', (booking) => ({
  offer: booking.row(OFFER_READS, { id: 'offerId' }),
  owner: booking.row(UNIT_READS, { id: 'ownerUnitId' }),
  requester: booking.row(UNIT_READS, { id: 'requesterUnitId' }),
  network: booking.row(NETWORK_READS, { id: 'networkId' }),
  ownerContact: booking.row(CONTACT_READS, { bookingId: 'id', unitId: 'ownerUnitId' }),
  requesterContact: booking.row(CONTACT_READS, { bookingId: 'id', unitId: 'requesterUnitId' }),
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

export const BOOKING_TYPES = [
  CONTACT_READS,
  BOOKING_READS,
  readsOf(Offer, 'Offer', (offer) => ({
    bookings: offer.page(BOOKINGS, ({ id }, { states, from, to }: OfferBookingsArgs) => ({
      filter: { offerId: id, states, from, to },
      orderBy: BookingOrder.STARTS_AT_ASC,
    })),
  })),
];
