import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Booking } from '../booking/booking.entity.js';
import { mostHeads } from '../offer/most-heads.js';
import { Offer } from '../offer/offer.entity.js';
import type { BookingUse } from '../use/booking-use.entity.js';
import { addToTotal } from './contribution-totals.js';
import { Contribution } from './contribution.entity.js';
import { negative } from './decimal.js';
import { measure } from './measures.js';

/** The account of a unit: after each act its sum is what is known to have been lent by then. */
@Injectable()
export class ContributionAccount {
  /** Makes the entries of a booking agree with its use, or with none: takes back what is wrong, whole, and enters what is right. */
  async settle(tx: TenantTransaction, booking: Booking, use: BookingUse | null): Promise<void> {
    await tx.asUnit(booking.ownerUnitId, async () => {
      const standing = await this.listStanding(tx, booking.id);
      const due = use && isLent(booking) ? await listDue(tx, booking, use) : [];
      const wrong = standing.filter((entry) => !due.some((one) => isSame(entry, one)));
      const missing = due.filter((one) => !standing.some((entry) => isSame(entry, one)));
      await this.enter(tx, [...wrong.map(counterOf), ...missing]);
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

/** What a unit books of its own it lends to nobody. */
function isLent({ ownerUnitId, requesterUnitId }: Booking): boolean {
  return ownerUnitId !== requesterUnitId;
}

type Entry = Omit<Contribution, 'regionId' | 'id' | 'madeAt'>;

async function listDue(tx: TenantTransaction, booking: Booking, use: BookingUse): Promise<Entry[]> {
  const { id: bookingId, offerId, ownerUnitId: unitId, requesterUnitId, networkId } = booking;
  const offer = found(await tx.find<Offer>(Offer, offerId));
  // Asked for may be any number; lent are at most the places that there are.
  const heads = use.heads === null ? null : Math.min(use.heads, mostHeads(offer));
  const { returnedAt, amount, kwh } = use;
  const { assumed, handedOverAt: usedAt } = use;
  const used = { handedOverAt: usedAt, returnedAt, heads, amount, kwh };
  const common = {
    bookingId,
    offerId,
    unitId,
    requesterUnitId,
    networkId,
    assumed,
    usedAt,
    countersId: null,
  };
  return measure(offer.kind, used).map((measured) => ({ ...common, ...measured }));
}

function counterOf({
  id,
  bookingId,
  offerId,
  unitId,
  requesterUnitId,
  networkId,
  ...entry
}: Contribution): Entry {
  const { measure: counted, assumed, usedAt } = entry;
  const common = { bookingId, offerId, unitId, requesterUnitId, networkId, assumed, usedAt };
  return { ...common, measure: counted, sixtieths: negative(entry.sixtieths), countersId: id };
}

function isSame(entry: Entry, other: Entry): boolean {
  return (
    entry.measure === other.measure &&
    entry.sixtieths === other.sixtieths &&
    entry.assumed === other.assumed &&
    entry.usedAt.getTime() === other.usedAt.getTime()
  );
}

/** In one order, so that two acts that add to the same sums cannot wait for each other. */
function byTotal(a: Entry, b: Entry): number {
  return a.usedAt.getTime() - b.usedAt.getTime() || (a.measure < b.measure ? -1 : 1);
}
