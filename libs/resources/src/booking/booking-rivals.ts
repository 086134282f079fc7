import { MS_PER_MINUTE } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, Not } from 'typeorm';
import type { OfferDiary } from '../occupancy/offer-diary.js';
import { poolOf } from '../offer/offer-pool.js';
import { gapMinutesOf } from '../offer/offer-terms.js';
import { BookingSettlement } from './booking-settlement.js';
import { Booking } from './booking.entity.js';
import { OPEN_STATES } from './booking.policy.js';
import { Rivalry } from './rivalry.js';

/** Which requests cannot stand beside those that are about to be confirmed: their owner is to answer them in the same act. */
@Injectable()
export class BookingRivals {
  constructor(private readonly settlement: BookingSettlement) {}

  /** Of bookings of one offer, with what each of them replaces; they are no rivals of each other. */
  async among(
    tx: TenantTransaction,
    diary: OfferDiary,
    bookings: readonly Booking[],
    replaced: ReadonlyMap<string, Booking>,
  ): Promise<Rivalry> {
    const { offer } = diary;
    const near = await this.listNear(tx, diary, bookings);
    if (!poolOf(offer)) return new Rivalry(offer, tx.now, near, new Set(), replaced);
    const { regionId } = tx;
    const holders = await tx.manager.findBy(Booking, { regionId, offerId: offer.id, holds: true });
    const own = new Set(bookings.map(({ id }) => id));
    const holding = new Set(holders.map(({ id }) => id).filter((id) => !own.has(id)));
    const asked = near.filter(({ holds }) => !holds);
    return new Rivalry(offer, tx.now, near, holding, await this.settlement.listReplaced(tx, asked));
  }

  /** Open requests at the same time, the gap on either side included, or with a hold on it; oldest first. */
  private async listNear(
    tx: TenantTransaction,
    diary: OfferDiary,
    bookings: readonly Booking[],
  ): Promise<Booking[]> {
    const { offer } = diary;
    const gap = gapMinutesOf(offer) * MS_PER_MINUTE;
    const taken = new Set<string>();
    for (const booking of bookings) {
      for (const { bookingId } of await diary.listNear(booking)) taken.add(bookingId);
    }
    const own = bookings.map(({ id }) => id);
    const open = { regionId: tx.regionId, offerId: offer.id, state: In(OPEN_STATES) };
    const near = {
      startsAt: LessThan(new Date(Math.max(...bookings.map(({ endsAt }) => endsAt.getTime())) + gap)),
      endsAt: MoreThan(new Date(Math.min(...bookings.map(({ startsAt }) => startsAt.getTime())) - gap)),
      expiresAt: MoreThan(tx.now),
    };
    return tx.manager.find(Booking, {
      where: [
        { ...open, ...near, id: Not(In(own)) },
        { ...open, id: In([...taken].filter((id) => !own.includes(id))) },
      ],
      order: { requestedAt: 'ASC', id: 'ASC' },
    });
  }
}
