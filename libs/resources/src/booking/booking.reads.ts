import { loadPage, type ConnectionArgs, type KeysetList, type Page } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Booking } from './booking.entity.js';
import { BookingOrder, BookingSide, type BookingFilter } from './booking.inputs.js';

const LISTS: Record<BookingOrder, KeysetList> = {
  STARTS_AT_ASC: by('startsAt', 'ASC'),
  STARTS_AT_DESC: by('startsAt', 'DESC'),
  REQUESTED_AT_DESC: by('requestedAt', 'DESC'),
};

const SIDES: Record<BookingSide, string> = {
  GIVEN: 'booking.ownerUnitId = :unitId',
  TAKEN: 'booking.requesterUnitId = :unitId',
};

export interface BookingListing {
  filter: BookingFilter;
  orderBy: BookingOrder;
  page: ConnectionArgs;
  count: boolean;
}

/** Bookings that one's unit made or lends for, and for a committee those made through its network. */
export function listBookings(
  tx: TenantTransaction,
  { filter, orderBy, page, count }: BookingListing,
): Promise<Page<Booking>> {
  const { offerId, networkId, side, states, from, to } = filter;
  const query = tx.manager
    .createQueryBuilder(Booking, 'booking')
    .where('booking.regionId = :regionId', { regionId: tx.regionId });
  if (offerId) query.andWhere('booking.offerId = :offerId', { offerId });
  if (networkId) query.andWhere('booking.networkId = :networkId', { networkId });
  if (side) query.andWhere(SIDES[side], { unitId: tx.actor.unitId });
  if (states) query.andWhere('booking.state = ANY (:states)', { states });
  if (from) query.andWhere('booking.endsAt > :from', { from });
  if (to) query.andWhere('booking.startsAt < :to', { to });
  return loadPage(query, LISTS[orderBy], page, count);
}

function by(column: 'startsAt' | 'requestedAt', direction: 'ASC' | 'DESC'): KeysetList {
  return {
    name: 'bookings',
    order: [
      { expression: `booking.${column}`, direction },
      { expression: 'booking.id', direction },
    ],
  };
}
