import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';
import type { Busy } from '../availability/free-spans.js';
import { monthOf, monthsUsedUp, type UsedUpMonth } from '../availability/sessions.js';
import type { Booking } from '../booking/booking.entity.js';
import { poolOf } from '../offer/offer-pool.js';
import { sessionsPerMonthOf } from '../offer/offer-sessions.js';
import { spanWithGap, termsOf } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import { spansWithout } from './levels.js';
import { Occupancy } from './occupancy.entity.js';
import { OfferDiary, type Taken } from './offer-diary.js';
import { OverCommitment } from './over-commitment.js';
import { PoolShares } from './pool-shares.js';

/** What is taken of offers, whole or in shares: read by whoever sees the offer, written in the owner's name. */
@Injectable()
export class OccupancyRepository {
  constructor(
    private readonly shares: PoolShares,
    private readonly overCommitment: OverCommitment,
  ) {}

  /** Lets one act at a time decide about an offer; requesters cannot lock its row, so the lock stands beside it. */
  async lock(tx: TenantTransaction, offerId: string): Promise<void> {
    await tx.query(
      'SELECT pg_advisory_xact_lock(hashtextextended(id::text, 0)) FROM offer WHERE region_id = $1 AND id = $2',
      [tx.regionId, offerId],
    );
  }

  /** Whether the lock could be had at once; true as well for an offer that is not there, which nobody has to wait for. */
  async tryLock(tx: TenantTransaction, offerId: string): Promise<boolean> {
    const [offer] = await tx.query<{ isLocked: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended(id::text, 0)) AS "isLocked" FROM offer WHERE region_id = $1 AND id = $2',
      [tx.regionId, offerId],
    );
    return offer?.isLocked ?? true;
  }

  /** For judging one span of it or many, under its lock. */
  diary(tx: TenantTransaction, offer: Offer): OfferDiary {
    const { now } = tx;
    const terms = () => termsOf(tx, offer);
    const listBeginning = async (from: Date) => (await this.listBeginning(tx, [offer.id], from)).map(toTaken);
    if (!poolOf(offer)) {
      return new OfferDiary(offer, {
        now,
        terms,
        listBeginning,
        listNear: async (span) => (await this.listTaken(tx, offer.id, span)).map(toTaken),
        listAhead: async () => (await this.listFrom(tx, offer.id, now)).map(toTaken),
      });
    }
    return new OfferDiary(offer, {
      now,
      terms,
      listBeginning,
      listNear: (span) => this.shares.listIn(tx, offer.id, span),
      listAhead: () => this.shares.listFrom(tx, offer.id, now),
    });
  }

  /** What is taken of an offer that is lent whole, the gap to the next booking included; in order. */
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

  async listFrom(tx: TenantTransaction, offerId: string, from: Date): Promise<Occupancy[]> {
    return tx.manager.find(Occupancy, {
      where: { regionId: tx.regionId, offerId, keptUntil: MoreThan(from) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  /**
   * Where no booking can be, in order: what is taken of an offer that is lent whole, and of a pool the time in which
   * less than the amount is left.
   */
  async listInTheWay(
    tx: TenantTransaction,
    offer: Offer,
    amount: string | null,
    from: Date,
  ): Promise<readonly Busy[]> {
    const pool = poolOf(offer);
    if (!pool) return this.listFrom(tx, offer.id, from);
    return spansWithout(pool, amount, await this.shares.listFrom(tx, offer.id, from));
  }

  /** The same for several offers, by offer. */
  async listInTheWayOf(
    tx: TenantTransaction,
    offers: readonly Offer[],
    amountOf: (offer: Offer) => string | null,
    from: Date,
  ): Promise<ReadonlyMap<string, readonly Busy[]>> {
    const idsOf = (some: readonly Offer[]): string[] => some.map(({ id }) => id);
    const shares = await this.shares.listFromOf(tx, idsOf(offers.filter(poolOf)), from);
    const taken = await tx.manager.findBy(Occupancy, {
      regionId: tx.regionId,
      offerId: In(idsOf(offers.filter((offer) => !poolOf(offer)))),
      keptUntil: MoreThan(from),
    });
    return new Map(
      offers.map((offer) => {
        const pool = poolOf(offer);
        const uses = shares.get(offer.id) ?? [];
        const whole = taken.filter(({ offerId }) => offerId === offer.id);
        return [offer.id, pool ? spansWithout(pool, amountOf(offer), uses) : whole];
      }),
    );
  }

  /** By offer, the months from that of `from` on in which nothing more may begin; no look for what is not bounded. */
  async listUsedUpOf(
    tx: TenantTransaction,
    offers: readonly Offer[],
    from: Date,
    zone: string,
  ): Promise<ReadonlyMap<string, UsedUpMonth[]>> {
    const bounds = new Map(offers.map((offer) => [offer.id, sessionsPerMonthOf(offer)]));
    const bounded = [...bounds].flatMap(([id, most]) => (most === null ? [] : [{ id, most }]));
    if (bounded.length === 0) return new Map();
    const ids = bounded.map(({ id }) => id);
    const begun = await this.listBeginning(tx, ids, monthOf(from, zone).startsAt);
    return new Map(
      bounded.map(({ id, most }) => {
        const starts = begun.flatMap(({ offerId, startsAt }) => (offerId === id ? [startsAt] : []));
        return [id, monthsUsedUp(most, starts, zone)];
      }),
    );
  }

  /** For bookings of one offer, which the caller has found to fit beside each other and all else. */
  async take(tx: TenantTransaction, offer: Offer, bookings: readonly Booking[]): Promise<void> {
    const pool = poolOf(offer);
    if (pool) return this.shares.take(tx, offer, pool, bookings);
    const { networkIds } = offer;
    await tx.insertAll(
      Occupancy,
      bookings.map((booking) => {
        const { id, offerId, ownerUnitId: unitId, startsAt, endsAt } = booking;
        const { endsAt: keptUntil } = spanWithGap(offer, booking);
        return { id, offerId, unitId, networkIds, startsAt, endsAt, keptUntil };
      }),
    );
  }

  /** What bookings of one offer have. @returns what was taken until now, for those who wait for it; none if nothing was */
  async free(tx: TenantTransaction, bookings: readonly Pick<Booking, 'id' | 'offerId'>[]): Promise<Busy[]> {
    const ids = bookings.map(({ id }) => id);
    const shared = await this.shares.free(tx, ids);
    const [one] = bookings;
    if (one && shared.length > 0) await this.overCommitment.note(tx, one.offerId);
    return [...shared, ...(await this.freeWhole(tx, ids))];
  }

  /** Leaves to bookings of one offer what lies in their spans, never more, nor a longer gap than was kept. @returns what they had */
  async narrow(
    tx: TenantTransaction,
    offer: Offer,
    bookings: readonly (Span & Pick<Booking, 'id'>)[],
  ): Promise<Busy[]> {
    const spans = new Map(bookings.map((booking) => [booking.id, spanWithGap(offer, booking)]));
    if (poolOf(offer)) {
      const had = await this.shares.narrow(tx, spans);
      await this.overCommitment.note(tx, offer.id);
      return had;
    }
    const had = await this.freeWhole(tx, [...spans.keys()]);
    const left = had.flatMap((row) => {
      const booking = bookings.find(({ id }) => id === row.id);
      const gapEnds = spans.get(row.id)?.endsAt;
      if (!booking || !gapEnds) return [];
      const { startsAt } = booking;
      const endsAt = earlier(booking.endsAt, row.endsAt);
      return [Object.assign({}, row, { startsAt, endsAt, keptUntil: earlier(gapEnds, row.keptUntil) })];
    });
    await tx.insertAll(Occupancy, left);
    return had;
  }

  /** What one booking has is another's from now on, exactly as it was kept. */
  async handOver(tx: TenantTransaction, offer: Offer, from: Booking, to: Booking): Promise<void> {
    if (poolOf(offer)) return this.shares.handOver(tx, from.id, to.id);
    const had = await this.freeWhole(tx, [from.id]);
    await tx.insertAll(
      Occupancy,
      had.map((row) => Object.assign({}, row, { id: to.id })),
    );
  }

  /** Busy times are seen where the offer is seen. */
  async show(tx: TenantTransaction, offerId: string, networkIds: string[]): Promise<void> {
    await tx.manager.update(Occupancy, { regionId: tx.regionId, offerId }, { networkIds });
    await this.shares.show(tx, offerId, networkIds);
  }

  private listBeginning(
    tx: TenantTransaction,
    offerIds: readonly string[],
    from: Date,
  ): Promise<Occupancy[]> {
    return tx.manager.findBy(Occupancy, {
      regionId: tx.regionId,
      offerId: In(offerIds),
      startsAt: MoreThanOrEqual(from),
      // It follows from the start, and the index goes by it.
      endsAt: MoreThan(from),
    });
  }

  private async freeWhole(tx: TenantTransaction, ids: readonly string[]): Promise<Occupancy[]> {
    const rows = { regionId: tx.regionId, id: In(ids) };
    const had = await tx.manager.findBy(Occupancy, rows);
    if (had.length > 0) await tx.manager.delete(Occupancy, rows);
    return had;
  }
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function toTaken({ id: bookingId, startsAt, endsAt, keptUntil }: Occupancy): Taken {
  const range = { from: startsAt.getTime(), to: keptUntil.getTime() };
  return { bookingId, startsAt, endsAt, keptUntil, ...range, amount: 1n };
}
