import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan } from 'typeorm';
import type { Busy } from '../availability/free-spans.js';
import type { Booking } from '../booking/booking.entity.js';
import { poolOf } from '../offer/offer-pool.js';
import { gapMinutesOf } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import { spansWithout } from './levels.js';
import { Occupancy } from './occupancy.entity.js';
import { OverCommitment } from './over-commitment.js';
import { PoolShares } from './pool-shares.js';

const MINUTE = 60_000;

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

  async listUntil(tx: TenantTransaction, offerId: string, from: Date): Promise<Occupancy[]> {
    return tx.manager.find(Occupancy, {
      where: { regionId: tx.regionId, offerId, keptUntil: MoreThan(from) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  /**
   * Where no booking can be, in order: what is taken of an offer that is lent whole, and of a pool the time in which
   * less than the amount is left. Nothing that `givenUp` has is in the way.
   */
  async listInTheWay(
    tx: TenantTransaction,
    offer: Offer,
    amount: string | null,
    from: Date,
    givenUp: string | null = null,
  ): Promise<readonly Busy[]> {
    const pool = poolOf(offer);
    if (!pool) {
      const taken = await this.listUntil(tx, offer.id, from);
      return taken.filter(({ id }) => id !== givenUp);
    }
    const shares = await this.shares.listUntil(tx, offer.id, from);
    const left = shares.filter(({ bookingId }) => bookingId !== givenUp);
    return spansWithout(pool, amount, left);
  }

  /** The same for several offers, by offer. */
  async listInTheWayOf(
    tx: TenantTransaction,
    offers: readonly Offer[],
    amount: string | null,
    from: Date,
  ): Promise<ReadonlyMap<string, readonly Busy[]>> {
    const idsOf = (some: readonly Offer[]): string[] => some.map(({ id }) => id);
    const shares = await this.shares.listUntilOf(tx, idsOf(offers.filter(poolOf)), from);
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
        return [offer.id, pool ? spansWithout(pool, amount, uses) : whole];
      }),
    );
  }

  async take(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<void> {
    const { id, offerId, ownerUnitId, startsAt, endsAt } = booking;
    const keptUntil = new Date(endsAt.getTime() + gapMinutesOf(offer) * MINUTE);
    const { networkIds } = offer;
    const pool = poolOf(offer);
    if (pool) return this.shares.take(tx, offer, pool, booking, { startsAt, endsAt: keptUntil });
    await tx.insert(Occupancy, {
      id,
      offerId,
      unitId: ownerUnitId,
      networkIds,
      startsAt,
      endsAt,
      keptUntil,
    });
  }

  /** @returns what was taken until now, for those who wait for it; none if nothing was */
  async free(tx: TenantTransaction, { id, offerId }: Pick<Booking, 'id' | 'offerId'>): Promise<Busy[]> {
    const shared = await this.shares.free(tx, id);
    if (shared.length > 0) await this.overCommitment.note(tx, offerId);
    return [...shared, ...(await this.freeWhole(tx, id))];
  }

  /** Keeps only that part of what a booking has, never more, nor a longer gap than was kept after it. @returns what it had */
  async narrow(
    tx: TenantTransaction,
    offer: Offer,
    { id }: Booking,
    { startsAt, endsAt }: Span,
  ): Promise<readonly Busy[]> {
    const gapEnds = new Date(endsAt.getTime() + gapMinutesOf(offer) * MINUTE);
    if (poolOf(offer)) {
      const had = await this.shares.narrow(tx, id, { startsAt, endsAt: gapEnds });
      await this.overCommitment.note(tx, offer.id);
      return had;
    }
    const had = await this.freeWhole(tx, id);
    for (const row of had) {
      const kept = { endsAt: earlier(endsAt, row.endsAt), keptUntil: earlier(gapEnds, row.keptUntil) };
      await tx.insert(Occupancy, Object.assign({}, row, { startsAt, ...kept }));
    }
    return had;
  }

  /** What one booking has is another's from now on, exactly as it was kept. */
  async handOver(tx: TenantTransaction, offer: Offer, from: Booking, to: Booking): Promise<void> {
    if (poolOf(offer)) return this.shares.handOver(tx, from.id, to.id);
    for (const row of await this.freeWhole(tx, from.id)) {
      await tx.insert(Occupancy, Object.assign({}, row, { id: to.id }));
    }
  }

  /** Busy times are seen where the offer is seen. */
  async show(tx: TenantTransaction, offerId: string, networkIds: string[]): Promise<void> {
    await tx.manager.update(Occupancy, { regionId: tx.regionId, offerId }, { networkIds });
    await this.shares.show(tx, offerId, networkIds);
  }

  private async freeWhole(tx: TenantTransaction, id: string): Promise<Occupancy[]> {
    const key = { regionId: tx.regionId, id };
    const had = await tx.manager.findBy(Occupancy, key);
    if (had.length > 0) await tx.manager.delete(Occupancy, key);
    return had;
  }
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
