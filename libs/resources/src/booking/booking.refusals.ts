import { DateScalar, DateTimeScalar, joinWords, Refusal, RefusalCode, Spoken, type Words } from '#graphql';
import { MS_PER_DAY, type Span } from '#calendar';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { BrokenRule } from '../availability/broken-rules.js';
import type { Closure } from '../availability/closure.js';
import { ClosedSpan } from '../closure/closed-span.object.js';
import { SpanObject } from '../occupancy/span.object.js';
import type { RefusedWish } from '../search/similar-offers.js';
import { BookingRule } from './booking-rule.enum.js';
import { BOOKING_RULES, BOOKING_WORDS } from './booking.words.js';

/** Where the wish could be granted instead. */
export interface Alternatives {
  thatDay: Span[];
  next: Span[];
}

const SHORTEST_SPANS = 'None if the offer has no such span before its horizon.';

/** Something confirmed is in the way; who has it is not said. */
@ObjectType({
  implements: () => Refusal,
  description: 'The offer is taken in the wanted span, or too near to another booking.',
})
export class SpanTaken extends Refusal {
  @Field(() => [SpanObject], { description: 'What is taken there, without the gap that is kept around it.' })
  readonly clashes: Span[];

  @Field(() => [SpanObject], { description: 'What is free on the wanted local day, however short.' })
  readonly freeThatDay: Span[];

  @Field(() => [SpanObject], {
    description: `The next three spans as long as the wanted one. ${SHORTEST_SPANS}`,
  })
  readonly nextFree: Span[];

  constructor(
    clashes: Span[],
    alternatives: Alternatives,
    /** What similar offers are looked for by; none without it. */
    readonly wish: RefusedWish | null = null,
  ) {
    super(RefusalCode.SPAN_TAKEN);
    this.clashes = clashes.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
    this.freeThatDay = alternatives.thatDay;
    this.nextFree = alternatives.next;
  }
}

/** One rule that was broken, with what it would allow. */
@ObjectType('BookingRuleBreach', {
  description: 'A rule that the wish breaks, and what the rule would allow.',
})
export class BookingRuleBreach {
  @Field(() => BookingRule, { description: 'Which rule.' })
  readonly rule: BookingRule;

  @Spoken()
  @Field(() => String, { description: 'The breach in one sentence.' })
  readonly message: Words;

  @Field(() => DateTimeScalar, { nullable: true, description: 'LEAD_TIME, IN_THE_PAST: the earliest start.' })
  readonly earliestStart?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'HORIZON: the latest end.' })
  readonly latestEnd?: Date;

  @Field(() => Int, { nullable: true, description: 'TOO_LONG: the longest span, in minutes.' })
  readonly longestMinutes?: number;

  @Field(() => Int, { nullable: true, description: 'OFF_STEP: the step, in minutes from opening.' })
  readonly slotMinutes?: number;

  @Field(() => [SpanObject], {
    nullable: true,
    description: 'OUTSIDE_HOURS: when it is open on the wanted local day.',
  })
  readonly open?: readonly Span[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'OUTSIDE_HOURS: true while the holidays of that year are not announced and the day counts by its weekday.',
  })
  readonly provisional?: boolean;

  @Field(() => [ClosedSpan], { nullable: true, description: 'CLOSED: the closures in the span, and why.' })
  readonly closures?: readonly Closure[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'SESSIONS_USED_UP: the first day of that month, by the zone of the region.',
  })
  readonly month?: string;

  @Field(() => Int, { nullable: true, description: 'SESSIONS_USED_UP: how many may begin in a month.' })
  readonly sessionsPerMonth?: number;

  constructor(broken: BrokenRule) {
    Object.assign(this, broken);
    this.rule = BookingRule[broken.rule];
    this.message = broken.rule === 'SESSIONS_USED_UP' ? sessionsGiven(broken) : BOOKING_RULES[this.rule];
  }
}

function sessionsGiven({
  month,
  sessionsPerMonth,
}: Extract<BrokenRule, { rule: 'SESSIONS_USED_UP' }>): Words {
  const first = new Date(Date.parse(month));
  const name = {
    en: first.toLocaleString('en', { timeZone: 'UTC', month: 'long', year: 'numeric' }),
    zh: `${first.getUTCFullYear()} 年 ${first.getUTCMonth() + 1} 月`,
  };
  return sessionsPerMonth === 1
    ? BOOKING_WORDS.oneSessionGiven({ month: name })
    : BOOKING_WORDS.sessionsGiven({ month: name, sessions: sessionsPerMonth });
}

/** The owner's rules forbid the wish. */
@ObjectType({ implements: () => Refusal, description: 'The wish breaks rules that the owner has set.' })
export class RuleBroken extends Refusal {
  @Field(() => [BookingRuleBreach], { description: 'Every rule it breaks.' })
  readonly breaches: BookingRuleBreach[];

  @Field(() => [SpanObject], {
    description: `The next three spans as long as the wanted one. ${SHORTEST_SPANS}`,
  })
  readonly nextFree: Span[];

  constructor(
    broken: BrokenRule[],
    next: Span[],
    /** What similar offers are looked for by; none without it. */
    readonly wish: RefusedWish | null = null,
  ) {
    const breaches = broken.map((rule) => new BookingRuleBreach(rule));
    super(RefusalCode.RULE_BROKEN, joinWords(breaches.map(({ message }) => message)));
    this.breaches = breaches;
    this.nextFree = next;
  }
}

const LONGEST_AGO_DAYS = 90;

/** What began before then is not written down afterwards any more. */
export function earliestRecordable(now: Date): Date {
  return new Date(now.getTime() - LONGEST_AGO_DAYS * MS_PER_DAY);
}

/** A record after the fact is one of the recent past. */
@ObjectType({
  implements: () => Refusal,
  description: 'What is recorded after the fact must be over, and have begun within the last 90 days.',
})
export class NotRecordable extends Refusal {
  @Field(() => DateTimeScalar, { description: 'The earliest start that can be recorded now.' })
  readonly earliestStart: Date;

  @Field(() => DateTimeScalar, { description: 'The latest end: now.' })
  readonly latestEnd: Date;

  constructor(earliestStart: Date, latestEnd: Date) {
    super(RefusalCode.NOT_RECORDABLE);
    this.earliestStart = earliestStart;
    this.latestEnd = latestEnd;
  }
}
