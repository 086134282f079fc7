import { expectVersion, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Booking } from '../booking/booking.entity.js';
import { Offer } from '../offer/offer.entity.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';

export interface Locked {
  readonly booking: Booking;
  readonly offer: Offer;
}

/** First the offer, then the booking: what is noted of a use waits for whoever decides about the offer. */
@Injectable()
export class BookingLock {
  constructor(private readonly occupancy: OccupancyRepository) {}

  async take(tx: TenantTransaction, id: string, version: number): Promise<Locked> {
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
