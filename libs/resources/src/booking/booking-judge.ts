import { localDayOf, MS_PER_MINUTE, spanOfDay, type Span } from '#calendar';
import { Refused } from '#graphql';
import { Injectable } from '@nestjs/common';
import { earliestStart } from '../availability/booking-rules.js';
import {
  brokenBySessions,
  brokenRules,
  brokenRulesOfSpan,
  type BrokenRule,
} from '../availability/broken-rules.js';
import { freeSpans, nextFree, type Busy } from '../availability/free-spans.js';
import { readAmount, type Amount } from '../occupancy/amount.js';
import type { OfferDiary } from '../occupancy/offer-diary.js';
import { poolOf } from '../offer/offer-pool.js';
import type { OfferTerms } from '../offer/offer-terms.js';
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
  /** By the owner's rules but the `settled` ones. A month that is used up is told of along with what they forbid. */
  async expectAllowed(
    diary: OfferDiary,
    wanted: Wanted,
    givenUp: readonly string[] = [],
    settled: readonly BrokenRule['rule'][] = [],
  ): Promise<void> {
    const { rules, calendar } = await diary.termsWithout(givenUp);
    const all = brokenRules(rules, calendar, wanted, diary.now);
    const broken = all.filter(({ rule }) => !settled.includes(rule));
    // A session may fall free, as time does: that is for `fits` and `expectFree` to say.
    if (broken.every(({ rule }) => rule === 'SESSIONS_USED_UP')) return;
    throw await this.ruleBroken(diary, wanted, broken);
  }

  /** Else refuses with the month that has none left, whenever in it the span lies. */
  async expectSessionLeft(diary: OfferDiary, wanted: Wanted, givenUp: readonly string[] = []): Promise<void> {
    const { rules } = await diary.termsWithout(givenUp);
    const broken = brokenBySessions(rules, wanted);
    if (broken.length > 0) throw await this.ruleBroken(diary, wanted, broken, givenUp);
  }

  /** By the owner's rules as they are now, lead time and horizon left out: they bind the asking. */
  async isStillAllowed(diary: OfferDiary, span: Span): Promise<boolean> {
    const { rules, calendar } = await diary.terms;
    return brokenRulesOfSpan(rules, calendar, span).length === 0;
  }

  /** Whether the owner has less time than it wants before the start. */
  async isShort(diary: OfferDiary, { startsAt }: Span): Promise<boolean> {
    const { rules } = await diary.terms;
    return startsAt.getTime() < earliestStart(rules, diary.now);
  }

  /** Three working days from now, or its start if that is earlier. */
  async answerBy(diary: OfferDiary, { startsAt }: Span): Promise<Date> {
    const { rules, calendar } = await diary.terms;
    const answerBy = calendar.addWorkingDays(diary.now, ANSWER_WORKING_DAYS, rules.zone);
    return answerBy < startsAt ? answerBy : startsAt;
  }

  /** Never more of a pool than there is, whenever that may be. */
  expectWithinCapacity(offer: Offer, wanted: Wanted): void {
    const pool = poolOf(offer);
    if (!pool || amountOf(wanted) <= pool.capacity) return;
    throw new Refused(new AboveCapacity(pool.capacity, pool.measure, wishFor(offer, wanted)));
  }

  /** Whether it could be had, gap and sessions of its month included. What those `givenUp` have is not in the way. */
  async fits(diary: OfferDiary, wanted: Wanted, givenUp: readonly string[] = []): Promise<boolean> {
    const { rules } = await diary.termsWithout(givenUp);
    if (brokenBySessions(rules, wanted).length > 0) return false;
    const pool = poolOf(diary.offer);
    if (!pool) return (await diary.listNear(wanted, givenUp)).length === 0;
    return (await diary.peakIn(wanted, givenUp)) + amountOf(wanted) <= pool.capacity;
  }

  /** The next spans that are free and as long as the given one, from its start or from now on. */
  async propose(diary: OfferDiary, wanted: Wanted, givenUp: readonly string[] = []): Promise<Span[]> {
    const ahead = await diary.listInTheWay(wanted.amount, givenUp);
    return nextLike(wanted, await diary.termsWithout(givenUp), ahead, diary.now);
  }

  /** Else refuses with what is in the way and what would work. */
  async expectFree(diary: OfferDiary, wanted: Wanted, givenUp: readonly string[] = []): Promise<void> {
    await this.expectSessionLeft(diary, wanted, givenUp);
    await this.expectNotTaken(diary, wanted, givenUp);
  }

  /** The same of what has happened: it counts as a session, and no bound forbids it any more. */
  async expectNotTaken(diary: OfferDiary, wanted: Wanted, givenUp: readonly string[] = []): Promise<void> {
    const { offer } = diary;
    this.expectWithinCapacity(offer, wanted);
    const pool = poolOf(offer);
    if (pool) {
      const used = await diary.peakIn(wanted, givenUp);
      const free = pool.capacity > used ? pool.capacity - used : 0n;
      if (amountOf(wanted) <= free) return;
      const instead = await this.alternatives(diary, wanted, givenUp);
      throw new Refused(new NotEnoughFree(free, pool.measure, instead, wishFor(offer, wanted)));
    }
    const clashes = await diary.listNear(wanted, givenUp);
    if (clashes.length === 0) return;
    const instead = await this.alternatives(diary, wanted, givenUp);
    throw new Refused(new SpanTaken(inOrder(clashes), instead, wishFor(offer, wanted)));
  }

  private async ruleBroken(
    diary: OfferDiary,
    wanted: Wanted,
    broken: BrokenRule[],
    givenUp: readonly string[] = [],
  ): Promise<Refused> {
    const instead = await this.propose(diary, wanted, givenUp);
    return new Refused(new RuleBroken(broken, instead, wishFor(diary.offer, wanted)));
  }

  private async alternatives(
    diary: OfferDiary,
    wanted: Wanted,
    givenUp: readonly string[],
  ): Promise<Alternatives> {
    const terms = await diary.termsWithout(givenUp);
    const { rules, calendar } = terms;
    const day = spanOfDay(localDayOf(wanted.startsAt, rules.zone), rules.zone);
    const ahead = await diary.listInTheWay(wanted.amount, givenUp);
    const thatDay = freeSpans(rules, calendar, ahead, day, diary.now);
    return { thatDay, next: nextLike(wanted, terms, ahead, diary.now) };
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

function inOrder(spans: readonly Span[]): Span[] {
  return spans.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** The next spans of the same length, from the start of the wanted one or from now on. */
function nextLike(span: Span, { rules, calendar }: OfferTerms, ahead: readonly Busy[], now: Date): Span[] {
  const from = span.startsAt < now ? now : span.startsAt;
  const lengthMinutes = (span.endsAt.getTime() - span.startsAt.getTime()) / MS_PER_MINUTE;
  return nextFree(rules, calendar, ahead, from, now, { lengthMinutes, count: SUGGESTIONS });
}
