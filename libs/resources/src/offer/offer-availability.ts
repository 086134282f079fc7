import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { freeSpans } from '../availability/free-spans.js';
import { toRange, toSpan } from '../availability/openings.js';
import { readAmount, writeAmount } from '../occupancy/amount.js';
import { levelsOf, type Level } from '../occupancy/levels.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { PoolShares } from '../occupancy/pool-shares.js';
import { poolOf } from './offer-pool.js';
import { termsOf } from './offer-terms.js';
import type { Offer } from './offer.entity.js';

/** What may be known of an offer's time without knowing who has it. */
@Injectable()
export class OfferAvailability {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly shares: PoolShares,
  ) {}

  /** Of a pool: when nothing is left of it. */
  async listBusy(tx: TenantTransaction, offer: Offer, window: Span): Promise<Span[]> {
    if (poolOf(offer)) {
      const levels = await this.listFreeAmounts(tx, offer, window);
      return levels.filter(({ amount }) => amount === '0');
    }
    const taken = await this.occupancy.listTaken(tx, offer.id, window);
    return taken.filter(({ endsAt }) => endsAt > window.startsAt);
  }

  /** Of a pool: when so much can be had, or anything at all. */
  async listFree(
    tx: TenantTransaction,
    offer: Offer,
    window: Span,
    amount: string | null = null,
  ): Promise<Span[]> {
    const pool = poolOf(offer);
    if (pool && amount !== null && readAmount(amount) > pool.capacity) return [];
    const { rules, calendar } = await termsOf(tx, offer);
    const taken = await this.occupancy.listInTheWay(tx, offer, amount, window.startsAt);
    const months = await this.occupancy.listUsedUpOf(tx, [offer], window.startsAt, rules.zone);
    const usedUp = months.get(offer.id) ?? [];
    return freeSpans({ ...rules, usedUp }, calendar, taken, window, tx.now);
  }

  /** The whole window in steps of what is left of a pool; empty for what is lent whole. */
  async listFreeAmounts(
    tx: TenantTransaction,
    offer: Offer,
    window: Span,
  ): Promise<(Span & { amount: string })[]> {
    const pool = poolOf(offer);
    if (!pool) return [];
    const spans: { startsAt: Date; endsAt: Date; amount: string }[] = [];
    for (const level of await this.listLevels(tx, offer, window)) {
      const amount = writeAmount(pool.capacity > level.used ? pool.capacity - level.used : 0n);
      const last = spans.at(-1);
      if (last?.amount === amount) last.endsAt = new Date(level.to);
      else spans.push({ ...toSpan(level), amount });
    }
    return spans;
  }

  /** Where more of a pool is promised than it has; known to its own unit and to committees that it is published to. */
  async listOverCommitments(
    tx: TenantTransaction,
    offer: Offer,
    window: Span,
  ): Promise<(Span & { used: string; capacity: string })[]> {
    const pool = poolOf(offer);
    const { unitId, convenedNetworkIds } = tx.actor;
    const mayKnow = offer.unitId === unitId || offer.networkIds.some((id) => convenedNetworkIds.includes(id));
    if (!pool || !mayKnow) return [];
    const levels = await this.listLevels(tx, offer, window);
    return levels
      .filter(({ used }) => used > pool.capacity)
      .map((level) => ({
        ...toSpan(level),
        used: writeAmount(level.used),
        capacity: writeAmount(pool.capacity),
      }));
  }

  private async listLevels(tx: TenantTransaction, offer: Offer, window: Span): Promise<Level[]> {
    return levelsOf(await this.shares.listIn(tx, offer.id, window), toRange(window));
  }
}
