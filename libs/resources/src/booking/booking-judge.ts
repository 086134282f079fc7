import { localDayOf, MS_PER_MINUTE, spanOfDay, type Span } from '#calendar';
import { Refused } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { brokenRules, brokenRulesOfSpan, type BrokenRule } from '../availability/broken-rules.js';
import { earliestStart } from '../availability/booking-rules.js';
import { freeSpans, nextFree, type Busy } from '../availability/free-spans.js';
import { readAmount, type Amount } from '../occupancy/amount.js';
import { peakOf } from '../occupancy/levels.js';
import type { Occupancy } from '../occupancy/occupancy.entity.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { PoolShares } from '../occupancy/pool-shares.js';
import { poolOf } from '../offer/offer-pool.js';
import { spanWithGap, termsOf, type OfferTerms } from '../offer/offer-terms.js';
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

  /** By the owner's rules but the `settled` ones; other bookings are not looked at. */
  async expectAllowed(
    tx: TenantTransaction,
    offer: Offer,
    wanted: Wanted,
    settled: readonly BrokenRule['rule'][] = [],
  ): Promise<void> {
    const terms = await termsOf(tx, offer);
    const all = brokenRules(terms.rules, terms.calendar, wanted, tx.now);
    const broken = all.filter(({ rule }) => !settled.includes(rule));
    if (broken.length > 0)
      throw new Refused(
        new RuleBroken(broken, await this.propose(tx, offer, wanted), wishFor(offer, wanted)),
      );
  }

  /** By the owner's rules as they are now, lead time and horizon left out: they bind the asking. */
  async isStillAllowed(tx: TenantTransaction, offer: Offer, span: Span): Promise<boolean> {
    const { rules, calendar } = await termsOf(tx, offer);
    return brokenRulesOfSpan(rules, calendar, span).length === 0;
  }

  /** Whether the owner has less time than it wants before the start. */
  async isShort(tx: TenantTransaction, offer: Offer, { startsAt }: Span): Promise<boolean> {
    const { rules } = await termsOf(tx, offer);
    return startsAt.getTime() < earliestStart(rules, tx.now);
  }

  /** Three working days from now, or its start if that is earlier. */
  async answerBy(tx: TenantTransaction, offer: Offer, { startsAt }: Span): Promise<Date> {
    const { rules, calendar } = await termsOf(tx, offer);
    const answerBy = calendar.addWorkingDays(tx.now, ANSWER_WORKING_DAYS, rules.zone);
    return answerBy < startsAt ? answerBy : startsAt;
  }

  /** Never more of a pool than there is, whenever that may be. */
  expectWithinCapacity(offer: Offer, wanted: Wanted): void {
    const pool = poolOf(offer);
    if (!pool || amountOf(wanted) <= pool.capacity) return;
    throw new Refused(new AboveCapacity(pool.capacity, pool.measure, wishFor(offer, wanted)));
  }

  /** Whether it could be had, the gap on either side included. What `givenUp` has is not in the way. */
  async fits(
    tx: TenantTransaction,
    offer: Offer,
    wanted: Wanted,
    givenUp: string | null = null,
  ): Promise<boolean> {
    const pool = poolOf(offer);
    if (!pool) return (await this.listClashes(tx, offer, wanted, givenUp)).length === 0;
    return (await this.usedIn(tx, offer, wanted, givenUp)) + amountOf(wanted) <= pool.capacity;
  }

  /** The next spans that are free and as long as the given one, from its start or from now on. */
  async propose(tx: TenantTransaction, offer: Offer, wanted: Wanted): Promise<Span[]> {
    const ahead = await this.occupancy.listInTheWay(tx, offer, wanted.amount, tx.now);
    return nextLike(wanted, await termsOf(tx, offer), ahead, tx.now);
  }

  /** Else refuses with what is in the way and what would work. */
  async expectFree(
    tx: TenantTransaction,
    offer: Offer,
    wanted: Wanted,
    givenUp: string | null = null,
  ): Promise<void> {
    this.expectWithinCapacity(offer, wanted);
    const pool = poolOf(offer);
    if (pool) {
      const used = await this.usedIn(tx, offer, wanted, givenUp);
      const free = pool.capacity > used ? pool.capacity - used : 0n;
      if (amountOf(wanted) <= free) return;
      const instead = await this.alternatives(tx, offer, wanted, givenUp);
      throw new Refused(new NotEnoughFree(free, pool.measure, instead, wishFor(offer, wanted)));
    }
    const clashes = await this.listClashes(tx, offer, wanted, givenUp);
    if (clashes.length === 0) return;
    const instead = await this.alternatives(tx, offer, wanted, givenUp);
    throw new Refused(new SpanTaken(clashes, instead, wishFor(offer, wanted)));
  }

  private async listClashes(
    tx: TenantTransaction,
    offer: Offer,
    wanted: Wanted,
    givenUp: string | null,
  ): Promise<Occupancy[]> {
    const taken = await this.occupancy.listTaken(tx, offer.id, spanWithGap(offer, wanted));
    return taken.filter(({ id }) => id !== givenUp);
  }

  /** Of a pool, at the fullest instant. */
  private async usedIn(
    tx: TenantTransaction,
    offer: Offer,
    wanted: Wanted,
    givenUp: string | null,
  ): Promise<Amount> {
    const span = spanWithGap(offer, wanted);
    const shares = await this.shares.listIn(tx, offer.id, span);
    return peakOf(
      shares.filter(({ bookingId }) => bookingId !== givenUp),
      span,
    );
  }

  private async alternatives(
    tx: TenantTransaction,
    offer: Offer,
    wanted: Wanted,
    givenUp: string | null,
  ): Promise<Alternatives> {
    const terms = await termsOf(tx, offer);
    const { rules, calendar } = terms;
    const day = spanOfDay(localDayOf(wanted.startsAt, rules.zone), rules.zone);
    const ahead = await this.occupancy.listInTheWay(tx, offer, wanted.amount, tx.now, givenUp);
    const thatDay = freeSpans(rules, calendar, ahead, day, tx.now);
    return { thatDay, next: nextLike(wanted, terms, ahead, tx.now) };
  }
}

/** Of a pool; the caller has seen that it is one. */
export function amountOf({ amount }: Wanted): Amount {
  if (amount === null) throw new Error('A pool is asked for without an amount.');
  return readAmount(amount);
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
