import { DateTimeScalar, Spoken, type Words } from '#graphql';
import { Unit, UnitObject } from '#network';
import {
  BookingRuleBreach,
  Offer,
  OfferFact,
  OfferKind,
  OfferObject,
  type JudgedFact,
  type OfferMatch,
} from '#resources';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ClaimState } from '../claim/claim.entity.js';
import { OfferMatchCode, UnitMatchCode } from './match-code.enum.js';

/** Lists that were made with their parent and hold a few entries; the parent has been counted dearly. */
const MADE = { complexity: ({ childComplexity }: { childComplexity: number }) => 1 + childComplexity };

@ObjectType('MatchedFact', { description: 'What is asked of an offer, beside what it has.' })
export class MatchedFactObject {
  @Field(() => OfferFact, { description: 'Which fact.' })
  readonly fact: OfferFact;

  @Field(() => String, { description: 'What is asked for: a number that it should reach, or true or false.' })
  readonly wanted: string;

  @Field(() => String, { description: 'What the offer has: a number, or true or false.' })
  readonly has: string;

  constructor({ fact, wanted, has }: JudgedFact) {
    this.fact = fact;
    this.wanted = String(wanted);
    this.has = String(has);
  }
}

/** One sentence with its figures, so that a reader can weigh it and a program can count. */
@ObjectType('OfferMatchReason', {
  description:
    'One thing that speaks for an offer, or against it; its figures are null where its code has none.',
})
export class OfferMatchReason {
  @Field(() => OfferMatchCode, { description: 'What it is.' })
  readonly code: OfferMatchCode;

  @Spoken()
  @Field(() => String, { description: 'The same in a sentence.' })
  readonly message: Words;

  @Field(() => OfferKind, { nullable: true, description: 'KIND: which.' })
  readonly kind?: OfferKind;

  @Field(() => [MatchedFactObject], {
    ...MADE,
    nullable: true,
    description: 'FACTS: those that hold. FACTS_SHORT: those that do not.',
  })
  readonly facts?: readonly MatchedFactObject[];

  @Field(() => [BookingRuleBreach], {
    ...MADE,
    nullable: true,
    description: 'RULES: the rules of its owner that the time breaks, with what each would allow.',
  })
  readonly breaches?: readonly BookingRuleBreach[];

  constructor(code: OfferMatchCode, message: Words, figures: Partial<OfferMatchReason> = {}) {
    Object.assign(this, figures);
    this.code = code;
    this.message = message;
  }
}

/** The same of a unit. */
@ObjectType('UnitMatchReason', {
  description:
    'One thing that speaks for a unit, or against it; its figures are null where its code has none.',
})
export class UnitMatchReason {
  @Field(() => UnitMatchCode, { description: 'What it is.' })
  readonly code: UnitMatchCode;

  @Spoken()
  @Field(() => String, { description: 'The same in a sentence.' })
  readonly message: Words;

  @Field(() => Int, {
    nullable: true,
    description:
      'HELPED_BEFORE: claims on other needs of this network that it accepted and did not give up. ASKED_LATELY: how often it was asked or called in this network in the last 365 days, for this need too.',
  })
  readonly times?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'HELPED_BEFORE: of these, on needs of the category of this one.',
  })
  readonly timesInCategory?: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'HELPED_BEFORE: when it last accepted one.' })
  readonly lastAt?: Date;

  @Field(() => Int, { nullable: true, description: 'ASKED_LATELY: to how many of these it said no.' })
  readonly declined?: number;

  @Field(() => ClaimState, {
    nullable: true,
    description: 'HAS_CLAIM: what became of its last claim on this need.',
  })
  readonly claimState?: ClaimState;

  constructor(code: UnitMatchCode, message: Words, figures: Partial<UnitMatchReason> = {}) {
    Object.assign(this, figures);
    this.code = code;
    this.message = message;
  }
}

@ObjectType({ description: 'One offer beside a need: what speaks for it, and what against.' })
export class NeedOfferMatch {
  @Field(() => OfferObject, { description: 'Which.' })
  readonly offer: Offer;

  @Field(() => Boolean, {
    description: 'Its facts hold, and where the need has a time, it could be booked for the whole of it.',
  })
  readonly fits: boolean;

  @Field(() => [OfferMatchReason], {
    ...MADE,
    description: 'What speaks for it: KIND always, then facts and time.',
  })
  readonly reasons: readonly OfferMatchReason[];

  @Field(() => [OfferMatchReason], {
    ...MADE,
    description: 'What speaks against it; nothing where it fits.',
  })
  readonly against: readonly OfferMatchReason[];

  constructor(
    readonly match: OfferMatch,
    said: { reasons: readonly OfferMatchReason[]; against: readonly OfferMatchReason[] },
  ) {
    this.offer = match.offer;
    this.fits = match.fits;
    this.reasons = said.reasons;
    this.against = said.against;
  }
}

@ObjectType({ description: 'One unit that could help with a need, with the reasons and without a score.' })
export class NeedMatch {
  @Field(() => UnitObject, { description: 'Which.' })
  readonly unit!: Unit;

  @Field(() => [NeedOfferMatch], {
    // Most units lend one or two things of the kinds that are asked for.
    complexity: ({ childComplexity }: { childComplexity: number }) => 1 + 2 * childComplexity,
    description:
      'Its offers of the kinds asked for, published to this network: those that fit first, then those whose facts hold, each by title in pinyin order. None for a unit that is here because it helped before.',
  })
  readonly offers!: readonly NeedOfferMatch[];

  @Field(() => [UnitMatchReason], {
    ...MADE,
    description: 'What speaks for it besides its offers.',
  })
  readonly reasons!: readonly UnitMatchReason[];

  @Field(() => [UnitMatchReason], {
    ...MADE,
    description: 'What speaks against it besides its offers.',
  })
  readonly against!: readonly UnitMatchReason[];
}
