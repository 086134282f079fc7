import { MS_PER_MINUTE } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, Not } from 'typeorm';
import type { Amount } from '../occupancy/amount.js';
import { peakOf, type Use } from '../occupancy/levels.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { PoolShares } from '../occupancy/pool-shares.js';
import { poolOf } from '../offer/offer-pool.js';
import { gapMinutesOf, spanWithGap } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import { amountOf, type Wanted } from './booking-judge.js';
import { BookingSettlement } from './booking-settlement.js';
import { Booking } from './booking.entity.js';
import { hasLapsed, OPEN_STATES } from './booking.policy.js';

/** Which requests cannot stand beside one that is about to be confirmed: its owner is to answer them in the same act. */
@Injectable()
export class BookingRivals {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly shares: PoolShares,
    private readonly settlement: BookingSettlement,
  ) {}

  /** Open requests of the same offer, oldest first; of those that have lapsed only what holds. */
  async list(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<Booking[]> {
    const pool = poolOf(offer);
    const span = spanWithGap(offer, booking);
    if (!pool) {
      const taken = await this.occupancy.listTaken(tx, offer.id, span);
      return this.listNear(tx, offer, booking, new Set(taken.map(({ id }) => id)));
    }
    const shares = await this.shares.listIn(tx, offer.id, span);
    const holding = new Set(shares.map(({ bookingId }) => bookingId));
    const near = await this.listNear(tx, offer, booking, holding);
    const giving = await this.listGiving(tx, offer, booking, near, pool.capacity);
    const beaten = await this.listBeaten(tx, offer, booking, near, pool.capacity);
    return near.filter((rival) => giving.includes(rival) || beaten.includes(rival));
  }

  /** At the same time, the gap on either side included, or with a hold on it. */
  private listNear(
    tx: TenantTransaction,
    offer: Offer,
    { id, startsAt, endsAt }: Booking,
    taken: ReadonlySet<string>,
  ): Promise<Booking[]> {
    const gap = gapMinutesOf(offer) * MS_PER_MINUTE;
    const open = { regionId: tx.regionId, offerId: offer.id, state: In(OPEN_STATES) };
    const near = {
      startsAt: LessThan(new Date(endsAt.getTime() + gap)),
      endsAt: MoreThan(new Date(startsAt.getTime() - gap)),
      expiresAt: MoreThan(tx.now),
    };
    const holding = [...taken].filter((other) => other !== id);
    return tx.manager.find(Booking, {
      where: [
        { ...open, ...near, id: Not(id) },
        { ...open, id: In(holding) },
      ],
      order: { requestedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Of those that hold a part of a pool: whoever asked last gives way first, until the amount fits. */
  private async listGiving(
    tx: TenantTransaction,
    offer: Offer,
    booking: Booking,
    near: readonly Booking[],
    capacity: Amount,
  ): Promise<Booking[]> {
    const span = spanWithGap(offer, booking);
    const replaced = await this.settlement.findReplaced(tx, booking);
    const shares = await this.shares.listIn(tx, offer.id, span);
    const holders = near.filter(({ holds }) => holds);
    const gone = new Set([booking.id, replaced?.id, ...holders.map(({ id }) => id)]);
    const giving: Booking[] = [];
    for (const holder of holders) {
      gone.delete(holder.id);
      const left = shares.filter(({ bookingId }) => !gone.has(bookingId));
      if (!hasLapsed(holder, tx.now) && peakOf(left, span) + amountOf(booking) <= capacity) continue;
      gone.add(holder.id);
      giving.push(holder);
    }
    return giving;
  }

  /** Of those that hold nothing: whoever does not fit beside this one and what is confirmed. */
  private async listBeaten(
    tx: TenantTransaction,
    offer: Offer,
    booking: Booking,
    near: readonly Booking[],
    capacity: Amount,
  ): Promise<Booking[]> {
    const asked = near.filter(({ holds }) => !holds);
    if (asked.length === 0) return [];
    const { regionId } = tx;
    const holders = await tx.manager.findBy(Booking, { regionId, offerId: offer.id, holds: true });
    const replaced = await this.settlement.findReplaced(tx, booking);
    const gone = [booking.id, replaced?.id, ...holders.map(({ id }) => id)];
    const own = useOf(offer, booking);
    const beaten: Booking[] = [];
    for (const rival of asked) {
      const span = spanWithGap(offer, rival);
      const itsOwn = await this.settlement.findReplaced(tx, rival);
      const taken = await this.shares.listIn(tx, offer.id, span);
      const left = taken.filter(({ bookingId }) => bookingId !== itsOwn?.id && !gone.includes(bookingId));
      if (peakOf([...left, own], span) + amountOf(rival) > capacity) beaten.push(rival);
    }
    return beaten;
  }
}

function useOf(offer: Offer, wanted: Wanted): Use {
  const { startsAt, endsAt } = spanWithGap(offer, wanted);
  return { from: startsAt.getTime(), to: endsAt.getTime(), amount: amountOf(wanted) };
}
