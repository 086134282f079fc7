import { AUDIT_LINES, linesOf, NETWORK_READS, UNIT_READS } from '#network';
import { asc, ASKER, desc, listOf, readsOf, sql, type Columns, type Sql } from '#reads';
import { Booking } from '../booking/booking.entity.js';
import { BookingSide } from '../booking/booking.inputs.js';
import { BOOKING_READS } from '../booking/booking.reads.js';
import { OFFER_READS } from '../offer/offer.reads.js';
import { BookingSeries } from './series.entity.js';
import type { SeriesFilter } from './series.inputs.js';

/** The dates of one series; each has one, so that nothing is left out. */
const SERIES_BOOKINGS = listOf(BOOKING_READS, {
  name: 'seriesBookings',
  where: (booking, { seriesId }: { seriesId: Sql }) => [sql`${booking.seriesId} = ${seriesId}`],
  orderBy: ({ originalStart, id }) => [asc(originalStart), asc(id)],
});

export const SERIES_READS = readsOf(BookingSeries, 'BookingSeries', (series) => ({
  offer: series.row(OFFER_READS, { id: 'offerId' }),
  owner: series.row(UNIT_READS, { id: 'ownerUnitId' }),
  requester: series.row(UNIT_READS, { id: 'requesterUnitId' }),
  network: series.row(NETWORK_READS, { id: 'networkId' }),
  bookings: series.page(SERIES_BOOKINGS, ({ id }) => ({ seriesId: id })),
  auditLines: series.page(AUDIT_LINES, linesOf('BookingSeries')),
  chatText: series.resolverOfEntity(),
}));

const SIDES: Record<BookingSide, (series: Columns<BookingSeries>) => Sql> = {
  GIVEN: ({ ownerUnitId }) => sql`${ownerUnitId} = ${ASKER.unitId}`,
  TAKEN: ({ requesterUnitId }) => sql`${requesterUnitId} = ${ASKER.unitId}`,
};

/** Series that one's unit asked for or lends for, and for a committee those made through its network. */
export const SERIES = listOf(SERIES_READS, {
  name: 'bookingSeries',
  where: (series, { filter: { offerId, networkId, side } }: { filter: SeriesFilter }) => [
    offerId && sql`${series.offerId} = ${offerId}`,
    networkId && sql`${series.networkId} = ${networkId}`,
    side && SIDES[side](series),
  ],
  orderBy: ({ requestedAt, id }) => [desc(requestedAt), desc(id)],
});

export const SERIES_TYPES = [
  SERIES_READS,
  readsOf(Booking, 'Booking', (booking) => ({
    series: booking.row(SERIES_READS, { id: 'seriesId' }),
  })),
];
