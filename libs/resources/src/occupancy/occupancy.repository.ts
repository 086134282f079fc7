import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan } from 'typeorm';
import type { Booking } from '../booking/booking.entity.js';
import { gapMinutesOf } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import { Occupancy } from './occupancy.entity.js';

const MINUTE = 60_000;

/** The taken spans of offers: read by whoever sees the offer, written in the owner's name. */
@Injectable()
export class OccupancyRepository {
  /** Lets one act at a time decide about an offer; requesters cannot lock its row, so the lock stands beside it. */
  async lock(tx: TenantTransaction, offerId: string): Promise<void> {
    await tx.query(
      'SELECT pg_advisory_xact_lock(hashtextextended(id::text, 0)) FROM offer WHERE region_id = $1 AND id = $2',
      [tx.regionId, offerId],
    );
  }

  /** What is taken in the span, the gap to the next booking included; in order. */
  async listTaken(tx: TenantTransaction, offerId: string, span: Span): Promise<Occupancy[]> {
    return tx.manager.find(Occupancy, {
      where: {
        regionId: tx.regionId,
        offerId,
        startsAt: LessThan(span.endsAt),
        keptUntil: MoreThan(span.startsAt),
      },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  async listUntil(tx: TenantTransaction, offerId: string, from: Date): Promise<Occupancy[]> {
    return tx.manager.find(Occupancy, {
      where: { regionId: tx.regionId, offerId, keptUntil: MoreThan(from) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  /** The same for several offers, by offer. */
  async listUntilOf(
    tx: TenantTransaction,
    offerIds: string[],
    from: Date,
  ): Promise<ReadonlyMap<string, readonly Occupancy[]>> {
    const taken = await tx.manager.find(Occupancy, {
      where: { regionId: tx.regionId, offerId: In(offerIds), keptUntil: MoreThan(from) },
    });
    return new Map(offerIds.map((id) => [id, taken.filter(({ offerId }) => offerId === id)]));
  }

  async take(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<Occupancy> {
    const { id, offerId, ownerUnitId, startsAt, endsAt } = booking;
    const keptUntil = new Date(endsAt.getTime() + gapMinutesOf(offer) * MINUTE);
    const { networkIds } = offer;
    return tx.insert(Occupancy, {
      id,
      offerId,
      unitId: ownerUnitId,
      networkIds,
      startsAt,
      endsAt,
      keptUntil,
    });
  }

  async free(tx: TenantTransaction, bookingId: string): Promise<void> {
    await tx.manager.delete(Occupancy, { regionId: tx.regionId, id: bookingId });
  }

  /** Busy times are seen where the offer is seen. */
  async show(tx: TenantTransaction, offerId: string, networkIds: string[]): Promise<void> {
    await tx.manager.update(Occupancy, { regionId: tx.regionId, offerId }, { networkIds });
  }
}
