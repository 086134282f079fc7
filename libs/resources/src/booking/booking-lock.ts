import { expectVersion, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Offer } from '../offer/offer.entity.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { BookingEvents, type LockedOffer } from './booking-events.js';
import { Booking } from './booking.entity.js';

/** First the offer, then the booking: every act on a booking takes its locks in this order. */
@Injectable()
export class BookingLock {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly events: BookingEvents,
  ) {}

  async take(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ booking: Booking; offer: Offer }> {
    const known = found(await tx.find(Booking, id));
    await this.lockOffers(tx, [known]);
    const offer = await tx.asUnit(known.ownerUnitId, () => tx.find<Offer>(Offer, known.offerId));
    const booking = found(await tx.lock(Booking, id));
    expectVersion(booking, version);
    return { booking, offer: found(offer) };
  }

  /** The same for the owner's yes, from which more may follow. */
  async takeForYes(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ booking: Booking; offer: Offer }> {
    const known = found(await tx.find(Booking, id));
    await this.lockOffers(tx, [known, ...(await this.events.prepare(tx, known))]);
    return this.take(tx, id, version);
  }

  /** Whether all of them are held now, without waiting for anybody: for who holds locks that come after these. */
  async tryLockOffers(tx: TenantTransaction, offers: readonly LockedOffer[]): Promise<boolean> {
    for (const { offerId, ownerUnitId } of offers) {
      if (!(await tx.asUnit(ownerUnitId, () => this.occupancy.tryLock(tx, offerId)))) return false;
    }
    return true;
  }

  /** In the order of their ids, in their owners' names: the requester may not see an offer any more. */
  async lockOffers(tx: TenantTransaction, offers: readonly LockedOffer[]): Promise<void> {
    const owners = new Map(offers.map(({ offerId, ownerUnitId }) => [offerId, ownerUnitId]));
    for (const [offerId, ownerUnitId] of [...owners].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      await tx.asUnit(ownerUnitId, () => this.occupancy.lock(tx, offerId));
    }
  }
}
