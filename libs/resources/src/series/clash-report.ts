import type { Span } from '#calendar';
import type { Refusal } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { brokenRules } from '../availability/broken-rules.js';
import { monthsUsedUp } from '../availability/sessions.js';
import { RuleBroken, SpanTaken } from '../booking/booking.refusals.js';
import { NotEnoughFree } from '../booking/pool.refusals.js';
import { sessionsPerMonthOf } from '../offer/offer-sessions.js';
import { spanWithGap, termsOf } from '../offer/offer-terms.js';
import { fitTogether, type Part } from '../occupancy/fit-together.js';
import type { Offer } from '../offer/offer.entity.js';
import { DateClash } from './series.refusals.js';

export interface RefusedDate {
  originalStart: Date;
  wanted: Part;
  refusal: Refusal;
}

/** Tells of each date that was refused what would work instead, clear of the dates that were not. */
@Injectable()
export class ClashReport {
  /** `parts`: all that the series has or wants. */
  async write(
    tx: TenantTransaction,
    offer: Offer,
    refused: readonly RefusedDate[],
    parts: readonly Part[],
  ): Promise<DateClash[]> {
    if (refused.length === 0) return [];
    const wanted = new Set(refused.map((date) => date.wanted));
    const others = parts.filter((part) => !wanted.has(part));
    const { rules: terms, calendar } = await termsOf(tx, offer);
    const starts = others.map(({ startsAt }) => startsAt);
    const rules = {
      ...terms,
      usedUp: monthsUsedUp(sessionsPerMonthOf(offer) ?? Infinity, starts, terms.zone),
    };
    const isGood = (part: Part): boolean =>
      brokenRules(rules, calendar, part, tx.now).length === 0 &&
      fitTogether(offer, [part, ...others.filter((other) => meet(offer, part, other))]);
    return refused.map((date) => {
      const { amount } = date.wanted;
      const near = candidatesOf(date).filter((span) => isGood({ ...span, amount }));
      const best = near.toSorted((a, b) => distance(a, date.wanted) - distance(b, date.wanted))[0] ?? null;
      return new DateClash(date.originalStart, date.wanted, date.refusal, best);
    });
  }
}

/** Whether one stands in the other's time, or in the gap that is kept between two. */
function meet(offer: Offer, one: Span, other: Span): boolean {
  return one.startsAt < spanWithGap(offer, other).endsAt && other.startsAt < spanWithGap(offer, one).endsAt;
}

/** What the refusal proposes, and both ends of what is free on that day. */
function candidatesOf({ wanted, refusal }: RefusedDate): Span[] {
  if (refusal instanceof RuleBroken) return refusal.nextFree;
  if (!(refusal instanceof SpanTaken || refusal instanceof NotEnoughFree)) return [];
  const length = wanted.endsAt.getTime() - wanted.startsAt.getTime();
  const thatDay = refusal.freeThatDay.flatMap(({ startsAt, endsAt }) => {
    if (endsAt.getTime() - startsAt.getTime() < length) return [];
    const [first, last] = [startsAt.getTime(), endsAt.getTime() - length];
    return [first, last].map((at) => ({ startsAt: new Date(at), endsAt: new Date(at + length) }));
  });
  return [...thatDay, ...refusal.nextFree];
}

function distance({ startsAt }: Span, wanted: Span): number {
  return Math.abs(startsAt.getTime() - wanted.startsAt.getTime());
}
