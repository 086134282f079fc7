import { localDayOf, MS_PER_MINUTE, spanOfDay, type Span } from '#calendar';
import { Refused } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { brokenRules } from '../availability/broken-rules.js';
import { freeSpans, nextFree, type Busy } from '../availability/free-spans.js';
import { readAmount } from '../occupancy/amount.js';
import { peakOf } from '../occupancy/levels.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { PoolShares } from '../occupancy/pool-shares.js';
import { poolOf, type Pool } from '../offer/offer-pool.js';
import { gapMinutesOf, termsOf, type OfferTerms } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import type { RefusedWish } from '../search/similar-offers.js';
import { RuleBroken, SpanTaken, type Alternatives } from './booking.refusals.js';
import { AboveCapacity, NotEnoughFree } from './pool.refusals.js';

const ANSWER_WORKING_DAYS = 3;
const SUGGESTIONS = 3;

/** What is asked for. */
export interface Wanted extends Span {
  /** How much of a pool; null for what is lent whole. */
  readonly amount: string | null;
  /** Through which network, so that others there can be named. */
  readonly networkId?: string;
}

/** Says whether a span can be had and, if not, why and what would work. Asked under the lock of the offer. */
@Injectable()
export class BookingJudge {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly shares: PoolShares,
  ) {}

  /** @returns when the request lapses unanswered: after three working days, or at its start if that is earlier */
  async expectGrantable(tx: TenantTransaction, offer: Offer, wanted: Wanted): Promise<Date> {
    expectWithinCapacity(offer, wanted);
    const terms = await termsOf(tx, offer);
    const broken = brokenRules(terms.rules, terms.calendar, wanted, tx.now);
    if (broken.length > 0) {
      const ahead = await this.occupancy.listInTheWay(tx, offer, wanted.amount, tx.now);
      const next = nextLike(wanted, terms, ahead, tx.now);
      throw new Refused(new RuleBroken(broken, next, wishFor(offer, wanted)));
    }
    await this.expectFree(tx, offer, wanted);
    const answerBy = terms.calendar.addWorkingDays(tx.now, ANSWER_WORKING_DAYS, terms.rules.zone);
    return answerBy < wanted.startsAt ? answerBy : wanted.startsAt;
  }

  async expectFree(tx: TenantTransaction, offer: Offer, wanted: Wanted): Promise<void> {
    const pool = expectWithinCapacity(offer, wanted);
    const span = withGap(offer, wanted);
    if (pool) {
      const used = peakOf(await this.shares.listIn(tx, offer.id, span), span);
      const free = pool.capacity > used ? pool.capacity - used : 0n;
      if (amountOf(wanted) <= free) return;
      const alternatives = await this.alternatives(tx, offer, wanted);
      throw new Refused(new NotEnoughFree(free, pool.measure, alternatives, wishFor(offer, wanted)));
    }
    const clashes = await this.occupancy.listTaken(tx, offer.id, span);
    if (clashes.length === 0) return;
    const alternatives = await this.alternatives(tx, offer, wanted);
    throw new Refused(new SpanTaken(clashes, alternatives, wishFor(offer, wanted)));
  }

  /** Those that could not be had as things stand, in the order given. */
  async listUngrantable<Asked extends Wanted>(
    tx: TenantTransaction,
    offer: Offer,
    asked: readonly Asked[],
  ): Promise<Asked[]> {
    const pool = poolOf(offer);
    const spans = asked.map((wanted) => withGap(offer, wanted));
    if (!pool || spans.length === 0) return [...asked];
    const startsAt = new Date(Math.min(...spans.map((span) => span.startsAt.getTime())));
    const endsAt = new Date(Math.max(...spans.map((span) => span.endsAt.getTime())));
    const shares = await this.shares.listIn(tx, offer.id, { startsAt, endsAt });
    return asked.filter(
      (wanted) => peakOf(shares, withGap(offer, wanted)) + amountOf(wanted) > pool.capacity,
    );
  }

  private async alternatives(tx: TenantTransaction, offer: Offer, wanted: Wanted): Promise<Alternatives> {
    const terms = await termsOf(tx, offer);
    const { rules, calendar } = terms;
    const day = spanOfDay(localDayOf(wanted.startsAt, rules.zone), rules.zone);
    const ahead = await this.occupancy.listInTheWay(tx, offer, wanted.amount, tx.now);
    const thatDay = freeSpans(rules, calendar, ahead, day, tx.now);
    return { thatDay, next: nextLike(wanted, terms, ahead, tx.now) };
  }
}

function expectWithinCapacity(offer: Offer, wanted: Wanted): Pool | null {
  const pool = poolOf(offer);
  if (pool && amountOf(wanted) > pool.capacity) {
    throw new Refused(new AboveCapacity(pool.capacity, pool.measure, wishFor(offer, wanted)));
  }
  return pool;
}

function amountOf({ amount }: Wanted): bigint {
  if (amount === null) throw new Error('A pool is asked for without an amount.');
  return readAmount(amount);
}

function withGap(offer: Offer, { startsAt, endsAt }: Span): Span {
  return { startsAt, endsAt: new Date(endsAt.getTime() + gapMinutesOf(offer) * MS_PER_MINUTE) };
}

function wishFor({ id: offerId }: Offer, { networkId, ...wanted }: Wanted): RefusedWish | null {
  const { startsAt, endsAt, amount } = wanted;
  return networkId === undefined ? null : { offerId, networkId, startsAt, endsAt, amount };
}

/** The next spans of the same length, from the start of the wanted one or from now on. */
function nextLike(span: Span, { rules, calendar }: OfferTerms, ahead: readonly Busy[], now: Date): Span[] {
  const from = span.startsAt < now ? now : span.startsAt;
  const lengthMinutes = (span.endsAt.getTime() - span.startsAt.getTime()) / MS_PER_MINUTE;
  return nextFree(rules, calendar, ahead, from, now, { lengthMinutes, count: SUGGESTIONS });
}
