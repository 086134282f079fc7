import { expectVersion, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Offer } from '../offer/offer.entity.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { Booking } from './booking.entity.js';

/** First the offer, then the booking: every act on a booking takes its locks in this order. */
@Injectable()
export class BookingLock {
  constructor(private readonly occupancy: OccupancyRepository) {}

  async take(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ booking: Booking; offer: Offer }> {
    const { offerId, ownerUnitId } = found(await tx.find(Booking, id));
    const offer = await tx.asUnit(ownerUnitId, async () => {
      await this.occupancy.lock(tx, offerId);
      return found(await tx.find<Offer>(Offer, offerId));
    });
    const booking = found(await tx.lock(Booking, id));
    expectVersion(booking, version);
    return { booking, offer };
  }
}
