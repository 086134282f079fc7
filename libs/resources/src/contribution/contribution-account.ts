import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Booking } from '../booking/booking.entity.js';
import { Offer } from '../offer/offer.entity.js';
import type { BookingUse } from '../use/booking-use.entity.js';
import { addToTotal } from './contribution-totals.js';
import { Contribution } from './contribution.entity.js';
import { negative } from './decimal.js';
import { measure, type Measured } from './measures.js';

/** The account of a unit: after each act its sum is what is known to have been lent by then. */
@Injectable()
export class ContributionAccount {
  /** Makes the entries of a booking agree with its use, or with none: takes back what is wrong, whole, and enters what is right. */
  async settle(tx: TenantTransaction, booking: Booking, use: BookingUse | null): Promise<void> {
    await tx.asUnit(booking.ownerUnitId, async () => {
      const standing = await this.listStanding(tx, booking.id);
      const due = use?.returnedAt
        ? await measureUse(tx, booking, { ...use, returnedAt: use.returnedAt })
        : [];
      const kept = standing.filter((entry) => due.some((one) => isSame(entry, one, use)));
      const counters = standing
        .filter((entry) => !kept.includes(entry))
        .map((entry) => ({ ...entry, sixtieths: negative(entry.sixtieths), countersId: entry.id }));
      const entries = due
        .filter((one) => !kept.some((entry) => isSame(entry, one, use)))
        .map((one) => entryOf(booking, one, use as BookingUse));
      await this.enter(tx, [...counters, ...entries]);
    });
  }

  /** What has not been taken back. */
  private async listStanding(tx: TenantTransaction, bookingId: string): Promise<Contribution[]> {
    const { regionId } = tx;
    const entries = await tx.manager.findBy(Contribution, { regionId, bookingId });
    const countered = new Set(entries.map(({ countersId }) => countersId));
    return entries.filter(({ id, countersId }) => countersId === null && !countered.has(id));
  }

  private async enter(tx: TenantTransaction, entries: readonly Entry[]): Promise<void> {
    for (const entry of entries.toSorted(byTotal)) {
      await tx.insert(Contribution, { ...entry, id: tx.newId(), madeAt: tx.now });
      await addToTotal(tx, entry);
    }
  }
}

type Entry = Omit<Contribution, 'regionId' | 'id' | 'madeAt'>;

async function measureUse(
  tx: TenantTransaction,
  { offerId }: Booking,
  use: BookingUse & { returnedAt: Date },
): Promise<Measured[]> {
  const { kind } = found(await tx.find<Offer>(Offer, offerId));
  return measure(kind, use);
}

function entryOf(booking: Booking, measured: Measured, use: BookingUse): Entry {
  const { id: bookingId, offerId, ownerUnitId: unitId, requesterUnitId, networkId } = booking;
  const sides = { bookingId, offerId, unitId, requesterUnitId, networkId };
  return { ...sides, ...measured, assumed: use.assumed, usedAt: use.handedOverAt, countersId: null };
}

function isSame(entry: Contribution, measured: Measured, use: BookingUse | null): boolean {
  return (
    entry.measure === measured.measure &&
    entry.sixtieths === measured.sixtieths &&
    entry.assumed === use?.assumed &&
    entry.usedAt.getTime() === use.handedOverAt.getTime()
  );
}

/** In one order, so that two acts that add to the same sums cannot wait for each other. */
function byTotal(a: Entry, b: Entry): number {
  return a.usedAt.getTime() - b.usedAt.getTime() || (a.measure < b.measure ? -1 : 1);
}
