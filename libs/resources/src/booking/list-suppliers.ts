import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Booking, BookingState } from './booking.entity.js';

/** A yes that stands, or a use: whoever owns it has supplied it. */
const SUPPLIED: readonly BookingState[] = [
  BookingState.CONFIRMED,
  BookingState.IN_USE,
  BookingState.COMPLETED,
];

/** Who owns what is booked, by booking; without what is only asked for or was called off. */
export async function listSuppliers(
  tx: TenantTransaction,
  bookingIds: readonly string[],
): Promise<Map<string, string>> {
  if (bookingIds.length === 0) return new Map();
  const where = { regionId: tx.regionId, id: In([...bookingIds]), state: In([...SUPPLIED]) };
  const bookings = await tx.manager.findBy(Booking, where);
  return new Map(bookings.map(({ id, ownerUnitId }) => [id, ownerUnitId]));
}
