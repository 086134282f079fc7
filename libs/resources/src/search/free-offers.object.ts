import { Field, ObjectType } from '@nestjs/graphql';
import { BookingRuleBreach } from '../booking/booking.refusals.js';
import { OfferObject } from '../offer/offer.object.js';
import type { Offer } from '../offer/offer.entity.js';
import type { Candidate } from './offer-candidates.js';
import type { NextFreeSpans } from './next-free-spans.js';
import { UnfitReason } from './unfit-reason.enum.js';
import type { Verdict } from './judge-candidate.js';

/** A list of at most as many entries as `first` has been asked for; the root field has counted them. */
const COUNTED = { complexity: ({ childComplexity }: { childComplexity: number }) => 1 + childComplexity };

@ObjectType({ description: 'An offer that was looked at and does not fit the wish.' })
export class UnfitOffer {
  @Field(() => OfferObject, { description: 'Which.' })
  readonly offer: Offer;

  @Field(() => [UnfitReason], { description: 'Everything that speaks against it, at least one thing.' })
  readonly reasons: readonly UnfitReason[];

  @Field(() => [BookingRuleBreach], {
    description: 'The rules of its owner among these, with what each would allow.',
  })
  readonly breaches: readonly BookingRuleBreach[];

  constructor(
    readonly candidate: Candidate,
    { reasons, broken }: Verdict,
    /** Asked only when `nextFree` is. */
    readonly next: NextFreeSpans,
  ) {
    this.offer = candidate.offer;
    this.reasons = reasons;
    this.breaches = broken.map((rule) => new BookingRuleBreach(rule));
  }
}

@ObjectType({ description: 'What can be had at a time, and what cannot.' })
export class FreeOffers {
  @Field(() => [OfferObject], {
    ...COUNTED,
    description: 'Offers that fit and are free for the whole span, by title in pinyin order.',
  })
  readonly free!: readonly Offer[];

  @Field(() => [UnfitOffer], {
    ...COUNTED,
    description: 'Offers of the same kinds, networks and words that do not fit, by title likewise.',
  })
  readonly unfit!: readonly UnfitOffer[];

  @Field(() => Boolean, {
    description:
      'True when more offers meet the filter than `first` let be looked at: ask for fewer kinds, say.',
  })
  readonly isCut!: boolean;
}
