import { TenantContext } from '#graphql';
import type { Type } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RuleBroken, SpanTaken } from '../booking/booking.refusals.js';
import { AboveCapacity, NotEnoughFree } from '../booking/pool.refusals.js';
import { OfferObject } from '../offer/offer.object.js';
import type { Offer } from '../offer/offer.entity.js';
import { SimilarOffers, type RefusedWish } from './similar-offers.js';

interface RefusesAWish {
  readonly wish: RefusedWish | null;
}

/** The same field on each refusal of a wish. */
export const SIMILAR_OFFERS_RESOLVERS = [SpanTaken, RuleBroken, NotEnoughFree, AboveCapacity].map(resolverOn);

function resolverOn(refusal: Type<RefusesAWish>): Type<unknown> {
  @Resolver(() => refusal)
  class SimilarOffersResolver {
    constructor(private readonly offers: SimilarOffers) {}

    /** Looked for when it is asked for, after the act and its locks are over. */
    @ResolveField(() => [OfferObject], {
      description:
        'Up to three offers of the same kind in the network it was asked through, with the same facts or better ones, that are free in the wanted span, pools for the wanted amount; the nearest in size first.',
    })
    similar(@Parent() { wish }: RefusesAWish, @Context() context: TenantContext): Offer[] | Promise<Offer[]> {
      return wish ? context.read((tx) => this.offers.list(tx, wish)) : [];
    }
  }
  return SimilarOffersResolver;
}
