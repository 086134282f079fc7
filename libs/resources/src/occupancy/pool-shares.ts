import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan } from 'typeorm';
import { toRange, toSpan, type Range } from '../availability/openings.js';
import type { Booking } from '../booking/booking.entity.js';
import type { Pool } from '../offer/offer-pool.js';
import { spanWithGap } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import { readAmount, writeAmount } from './amount.js';
import { layLanes, type LaneRange } from './lanes.js';
import type { Use } from './levels.js';
import type { Taken } from './offer-diary.js';
import { PoolShare } from './pool-share.entity.js';

/** A share as what it takes of the pool. */
export type ShareUse = Taken & LaneRange;

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

  async listFrom(tx: TenantTransaction, offerId: string, from: Date): Promise<ShareUse[]> {
    const { regionId } = tx;
    const shares = await tx.manager.findBy(PoolShare, { regionId, offerId, keptUntil: MoreThan(from) });
    return shares.map(toUse);
  }

  /** The same for several offers, by offer. */
  async listFromOf(
    tx: TenantTransaction,
    offerIds: readonly string[],
    from: Date,
  ): Promise<ReadonlyMap<string, ShareUse[]>> {
    const wanted = { regionId: tx.regionId, offerId: In(offerIds), keptUntil: MoreThan(from) };
    const shares = await tx.manager.findBy(PoolShare, wanted);
    return new Map(offerIds.map((id) => [id, shares.filter(({ offerId }) => offerId === id).map(toUse)]));
  }

  /** Parts of the pool that nobody has then; the caller has found that so much is free, under the offer's lock. */
  async take(tx: TenantTransaction, offer: Offer, pool: Pool, bookings: readonly Booking[]): Promise<void> {
    if (bookings.length === 0) return;
    const wanted = bookings.map((booking) => ({ booking, range: toRange(spanWithGap(offer, booking)) }));
    const taken: LaneRange[] = await this.listIn(tx, offer.id, hullOf(wanted.map(({ range }) => range)));
    const { id: offerId, unitId, networkIds } = offer;
    const rows = wanted.flatMap(({ booking, range }) => {
      const beside = taken.filter(({ from, to }) => from < range.to && range.from < to);
      const laid = layLanes(beside, pool.capacity, amountOf(booking), range);
      taken.push(...laid);
      return laid.map(({ from, to, low, high }) => ({
        id: tx.newId(),
        bookingId: booking.id,
        offerId,
        unitId,
        networkIds,
        startsAt: new Date(from),
        keptUntil: new Date(to),
        low: writeAmount(low),
        high: writeAmount(high),
        ...pool.of,
      }));
    });
    await tx.insertAll(PoolShare, rows);
  }

  /** @returns what they had */
  async free(tx: TenantTransaction, bookingIds: readonly string[]): Promise<PoolShare[]> {
    const had = await this.listOf(tx, bookingIds);
    const rows = { regionId: tx.regionId, bookingId: In(bookingIds) };
    if (had.length > 0) await tx.manager.delete(PoolShare, rows);
    return had;
  }

  /** Gives back what lies outside the span of each booking; the parts stay the same. @returns what they had */
  async narrow(tx: TenantTransaction, spans: ReadonlyMap<string, Span>): Promise<PoolShare[]> {
    const had = await this.listOf(tx, [...spans.keys()]);
    const left = new Map(
      had.flatMap((share) => {
        const span = spans.get(share.bookingId) ?? { startsAt: share.startsAt, endsAt: share.keptUntil };
        const startsAt = share.startsAt < span.startsAt ? span.startsAt : share.startsAt;
        const keptUntil = share.keptUntil < span.endsAt ? share.keptUntil : span.endsAt;
        return startsAt < keptUntil ? [[share, { startsAt, keptUntil }] as const] : [];
      }),
    );
    await tx.changeAll(PoolShare, [...left.keys()], (share) => left.get(share) ?? {});
    const gone = had.filter((share) => !left.has(share)).map(({ id }) => id);
    if (gone.length > 0) await tx.manager.delete(PoolShare, { regionId: tx.regionId, id: In(gone) });
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

  private listOf(tx: TenantTransaction, bookingIds: readonly string[]): Promise<PoolShare[]> {
    return tx.manager.findBy(PoolShare, { regionId: tx.regionId, bookingId: In(bookingIds) });
  }
}

function toUse(share: PoolShare): ShareUse {
  const { bookingId, startsAt, keptUntil } = share;
  return { bookingId, startsAt, endsAt: keptUntil, keptUntil, ...useOf(share) };
}

function hullOf(ranges: readonly Range[]): Span {
  return toSpan({
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  });
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
