import { found } from '#graphql';
import { Offer, type Booking } from '#resources';
import type { TenantTransaction } from '#tenancy';

/** The slot step of what is booked, in minutes by the id of its offer. */
export async function listSlotSteps(
  tx: TenantTransaction,
  bookings: Iterable<Booking>,
): Promise<ReadonlyMap<string, number>> {
  const steps = new Map<string, number>();
  for (const { offerId, ownerUnitId } of bookings) {
    if (steps.has(offerId)) continue;
    const offer = await tx.asUnit(ownerUnitId, () => tx.find<Offer>(Offer, offerId));
    steps.set(offerId, found(offer).slotMinutes);
  }
  return steps;
}
