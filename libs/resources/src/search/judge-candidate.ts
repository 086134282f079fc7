import { MS_PER_MINUTE, type DayCalendar, type Span } from '#calendar';
import { brokenRules, type BrokenRule } from '../availability/broken-rules.js';
import type { Busy } from '../availability/free-spans.js';
import type { Candidate } from './offer-candidates.js';
import type { OfferFactsFilter } from './offer-filter.inputs.js';
import { UnfitReason } from './unfit-reason.enum.js';
import { shortOf } from './wished-facts.js';

export interface OfferWish {
  readonly span: Span;
  readonly facts: OfferFactsFilter;
  readonly now: Date;
}

/** All that speaks against an offer; nothing does when it is free for the wish. */
export interface Verdict {
  readonly reasons: readonly UnfitReason[];
  readonly broken: readonly BrokenRule[];
}

/** As a request for the whole span would be judged at this moment, and the facts besides. */
export function judgeCandidate(
  { offer, rules, taken }: Candidate,
  calendar: DayCalendar,
  { span, facts, now }: OfferWish,
): Verdict {
  const broken = brokenRules(rules, calendar, span, now);
  const clashes = isTaken(taken, span, rules.gapMinutes);
  const reasons = [
    ...broken.map(({ rule }) => UnfitReason[rule]),
    ...(clashes ? [UnfitReason.TAKEN] : []),
    ...shortOf(offer, facts),
  ];
  return { reasons, broken };
}

/** The gap that the offer asks for now counts after the span, the one that was kept then before it. */
function isTaken(taken: readonly Busy[], { startsAt, endsAt }: Span, gapMinutes: number): boolean {
  const until = endsAt.getTime() + gapMinutes * MS_PER_MINUTE;
  return taken.some((busy) => busy.startsAt.getTime() < until && busy.keptUntil > startsAt);
}
