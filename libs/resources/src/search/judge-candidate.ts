import { MS_PER_MINUTE, type DayCalendar, type Span } from '#calendar';
import { brokenRules, type BrokenRule } from '../availability/broken-rules.js';
import { readAmount } from '../occupancy/amount.js';
import { spansWithout } from '../occupancy/levels.js';
import { poolOf } from '../offer/offer-pool.js';
import type { Offer } from '../offer/offer.entity.js';
import type { Candidate } from './offer-candidates.js';
import type { OfferFactsFilter } from './offer-filter.inputs.js';
import { UnfitReason } from './unfit-reason.enum.js';
import { shortOf } from './wished-facts.js';

export interface OfferWish {
  readonly span: Span;
  readonly facts: OfferFactsFilter;
  /** Of a pool; null for the least that can be had. */
  readonly amount: string | null;
  readonly now: Date;
}

/** All that speaks against an offer; nothing does when it is free for the wish. */
export interface Verdict {
  readonly reasons: readonly UnfitReason[];
  readonly broken: readonly BrokenRule[];
}

/** As a request for the whole span would be judged at this moment, and the facts besides. */
export function judgeCandidate(candidate: Candidate, calendar: DayCalendar, wish: OfferWish): Verdict {
  const { offer, rules } = candidate;
  const broken = brokenRules(rules, calendar, wish.span, wish.now);
  const short = new Set(shortOf(offer, wish.facts));
  const isTooSmall = isAboveCapacity(offer, wish.amount);
  if (isTooSmall) short.add(UnfitReason.TOO_SMALL);
  const reasons = [
    ...broken.map(({ rule }) => UnfitReason[rule]),
    ...(!isTooSmall && isTaken(candidate, wish) ? [UnfitReason.TAKEN] : []),
    ...short,
  ];
  return { reasons, broken };
}

function isAboveCapacity(offer: Offer, amount: string | null): boolean {
  const pool = poolOf(offer);
  return pool !== null && amount !== null && readAmount(amount) > pool.capacity;
}

/** The gap that the offer asks for now counts after the span, the one that was kept then before it. */
function isTaken({ offer, rules, taken, uses }: Candidate, { span, amount }: OfferWish): boolean {
  const pool = poolOf(offer);
  const inTheWay = pool ? spansWithout(pool, amount, uses) : taken;
  const until = span.endsAt.getTime() + rules.gapMinutes * MS_PER_MINUTE;
  return inTheWay.some((busy) => busy.startsAt.getTime() < until && busy.keptUntil > span.startsAt);
}
