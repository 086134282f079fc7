import type { FileCarrier } from '#files';
import { Booking } from './booking.entity.js';

/** Papers of a booking: both sides add theirs, and both and the committee see all. Its sides never change. */
export const BOOKING_FILES: FileCarrier<Booking> = {
  type: 'Booking',
  find: (tx, id) => tx.find(Booking, id),
  hold: (tx, id) => tx.find(Booking, id),
  mayChange: (tx, booking) => sidesOf(booking).includes(tx.actor.unitId),
  audienceOf: (booking) => ({
    unitIds: sidesOf(booking),
    networkIds: [],
    committeeNetworkIds: [booking.networkId],
  }),
};

function sidesOf({ ownerUnitId, requesterUnitId }: Booking): string[] {
  return [...new Set([ownerUnitId, requesterUnitId])];
}
