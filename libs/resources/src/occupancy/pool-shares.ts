import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan } from 'typeorm';
import type { Booking } from '../booking/booking.entity.js';
import type { Pool } from '../offer/offer-pool.js';
import type { Offer } from '../offer/offer.entity.js';
import { readAmount, writeAmount } from './amount.js';
import { layLanes, type LaneRange } from './lanes.js';
import type { Use } from './levels.js';
import { PoolShare } from './pool-share.entity.js';

/** A share as what it takes of the pool. */
export interface ShareUse extends Use, LaneRange {
  readonly bookingId: string;
}

type ShareRow = Pick<PoolShare, 'startsAt' | 'keptUntil' | 'low' | 'high'>;

/** Who has which part of a pool, and when: read by whoever sees the offer, written in the owner's name. */
@Injectable()
export class PoolShares {
  /** What is in use at some instant of the span, the gap to the next booking included. */
  async listIn(tx: TenantTransaction, offerId: string, span: Span): Promise<ShareUse[]> {
    const shares = await tx.manager.findBy(PoolShare, {
      regionId: tx.regionId,
      offerId,
      startsAt: LessThan(span.endsAt),
      keptUntil: MoreThan(span.startsAt),
    });
    return shares.map(toUse);
  }

  async listUntil(tx: TenantTransaction, offerId: string, from: Date): Promise<ShareUse[]> {
    const { regionId } = tx;
    const shares = await tx.manager.findBy(PoolShare, { regionId, offerId, keptUntil: MoreThan(from) });
    return shares.map(toUse);
  }

  /** The same for several offers, by offer. */
  async listUntilOf(
    tx: TenantTransaction,
    offerIds: readonly string[],
    from: Date,
  ): Promise<ReadonlyMap<string, ShareUse[]>> {
    const wanted = { regionId: tx.regionId, offerId: In(offerIds), keptUntil: MoreThan(from) };
    const shares = await tx.manager.findBy(PoolShare, wanted);
    return new Map(offerIds.map((id) => [id, shares.filter(({ offerId }) => offerId === id).map(toUse)]));
  }

  /** Parts of the pool that nobody has in that span; the caller has found that so much is free, under the offer's lock. */
  async take(tx: TenantTransaction, offer: Offer, pool: Pool, booking: Booking, span: Span): Promise<void> {
    const { id: bookingId, offerId, ownerUnitId: unitId } = booking;
    const { networkIds } = offer;
    const range = { from: span.startsAt.getTime(), to: span.endsAt.getTime() };
    const taken = await this.listIn(tx, offerId, span);
    for (const { from, to, low, high } of layLanes(taken, pool.capacity, amountOf(booking), range)) {
      await tx.insert(PoolShare, {
        id: tx.newId(),
        bookingId,
        offerId,
        unitId,
        networkIds,
        startsAt: new Date(from),
        keptUntil: new Date(to),
        low: writeAmount(low),
        high: writeAmount(high),
        ...pool.of,
      });
    }
  }

  /** @returns what it had */
  async free(tx: TenantTransaction, bookingId: string): Promise<PoolShare[]> {
    const had = await this.listOf(tx, bookingId);
    if (had.length > 0) await tx.manager.delete(PoolShare, { regionId: tx.regionId, bookingId });
    return had;
  }

  /** Gives back what lies outside the span; the parts stay the same. @returns what it had */
  async narrow(tx: TenantTransaction, bookingId: string, span: Span): Promise<PoolShare[]> {
    const had = await this.listOf(tx, bookingId);
    for (const { id, ...share } of had) {
      const startsAt = share.startsAt < span.startsAt ? span.startsAt : share.startsAt;
      const keptUntil = share.keptUntil < span.endsAt ? share.keptUntil : span.endsAt;
      const key = { regionId: tx.regionId, id };
      if (startsAt < keptUntil) await tx.manager.update(PoolShare, key, { startsAt, keptUntil });
      else await tx.manager.delete(PoolShare, key);
    }
    return had;
  }

  /** The same parts, for another booking of the same offer. */
  async handOver(tx: TenantTransaction, from: string, to: string): Promise<void> {
    await tx.manager.update(PoolShare, { regionId: tx.regionId, bookingId: from }, { bookingId: to });
  }

  async show(tx: TenantTransaction, offerId: string, networkIds: string[]): Promise<void> {
    await tx.manager.update(PoolShare, { regionId: tx.regionId, offerId }, { networkIds });
  }

  /** Before the owner changes the capacity: what stands was taken under another one, and stays. */
  async outlast(tx: TenantTransaction, offerId: string): Promise<void> {
    const free = { capacityKw: null, capacityPieces: null };
    await tx.manager.update(PoolShare, { regionId: tx.regionId, offerId }, free);
  }

  private listOf(tx: TenantTransaction, bookingId: string): Promise<PoolShare[]> {
    return tx.manager.findBy(PoolShare, { regionId: tx.regionId, bookingId });
  }
}

function toUse(share: PoolShare): ShareUse {
  return { bookingId: share.bookingId, ...useOf(share) };
}

export function useOf({ startsAt, keptUntil, low, high }: ShareRow): Use & LaneRange {
  const lane = { low: readAmount(low), high: readAmount(high) };
  const range = { from: startsAt.getTime(), to: keptUntil.getTime() };
  return { ...range, ...lane, amount: lane.high - lane.low };
}

function amountOf({ id, amount }: Booking): bigint {
  if (amount === null) throw new Error(`Booking ${id} is of a pool and has no amount.`);
  return readAmount(amount);
}
