import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, type FindOptionsWhere } from 'typeorm';
import type { Booking } from '../booking/booking.entity.js';
import { mostHeads } from '../offer/most-heads.js';
import { Offer } from '../offer/offer.entity.js';
import type { BookingUse } from '../use/booking-use.entity.js';
import { addToTotal } from './contribution-totals.js';
import { Contribution, ContributionMeasure } from './contribution.entity.js';
import { negative, times } from './decimal.js';
import { measure } from './measures.js';

/** Points that a recognition gives. */
export interface PointsGiven {
  readonly recognitionId: string;
  readonly unitId: string;
  readonly networkId: string;
  /** Whole, from 0 on; 0 makes no entry. */
  readonly points: number;
}

/** The account of a unit: after each act its sums are what is known to have been lent by then, and the points that stand. */
@Injectable()
export class ContributionAccount {
  /** Makes the entries of a booking agree with its use, or with none: takes back what is wrong, whole, and enters what is right. */
  async settle(tx: TenantTransaction, booking: Booking, use: BookingUse | null): Promise<void> {
    await tx.asUnit(booking.ownerUnitId, async () => {
      const standing = await listStanding(tx, { bookingId: booking.id });
      const due = use && isLent(booking) ? await listDue(tx, booking, use) : [];
      const wrong = standing.filter((entry) => !due.some((one) => isSame(entry, one)));
      const missing = due.filter((one) => !standing.some((entry) => isSame(entry, one)));
      await this.enter(tx, [...wrong.map(counterOf), ...missing]);
    });
  }

  /**
   * Enters what recognitions give, each once, and takes back what others gave, by their ids; with the rights of the
   * committee that gives it. All of one act in one call, so that two acts cannot wait for each other.
   */
  async settlePoints(
    tx: TenantTransaction,
    given: readonly PointsGiven[],
    takenBackIds: readonly string[] = [],
  ): Promise<void> {
    const wrong = await listStanding(tx, { recognitionId: In([...takenBackIds]) });
    const missing = given.filter(({ points }) => points > 0).map((one) => entryOf(one, tx.now));
    await this.enter(tx, [...wrong.map(counterOf), ...missing]);
  }

  private async enter(tx: TenantTransaction, entries: readonly Entry[]): Promise<void> {
    for (const entry of entries.toSorted(byTotal)) {
      await tx.insert(Contribution, { ...entry, id: tx.newId(), madeAt: tx.now });
      await addToTotal(tx, entry);
    }
  }
}

/** What has not been taken back. */
async function listStanding(
  tx: TenantTransaction,
  of: FindOptionsWhere<Contribution>,
): Promise<Contribution[]> {
  const entries = await tx.manager.findBy(Contribution, { ...of, regionId: tx.regionId });
  const countered = new Set(entries.map(({ countersId }) => countersId));
  return entries.filter(({ id, countersId }) => countersId === null && !countered.has(id));
}

/** What a unit books of its own it lends to nobody. */
function isLent({ ownerUnitId, requesterUnitId }: Booking): boolean {
  return ownerUnitId !== requesterUnitId;
}

type Entry = Omit<Contribution, 'regionId' | 'id' | 'madeAt'>;

function entryOf({ points, ...of }: PointsGiven, usedAt: Date): Entry {
  const unlent = { bookingId: null, offerId: null, requesterUnitId: null, assumed: false };
  const amount = { measure: ContributionMeasure.POINTS, sixtieths: times(String(points), 60) };
  return { ...of, ...unlent, ...amount, usedAt, countersId: null };
}

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
    recognitionId: null,
    assumed,
    usedAt,
    countersId: null,
  };
  return measure(offer.kind, used).map((measured) => ({ ...common, ...measured }));
}

function counterOf({ id, regionId: _region, madeAt: _made, sixtieths, ...entry }: Contribution): Entry {
  return { ...entry, sixtieths: negative(sixtieths), countersId: id };
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
  if (a.unitId !== b.unitId) return a.unitId < b.unitId ? -1 : 1;
  return a.usedAt.getTime() - b.usedAt.getTime() || (a.measure < b.measure ? -1 : 1);
}
