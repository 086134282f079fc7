import { TenantContext } from '#graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RuleBroken, SpanTaken } from '../booking/booking.refusals.js';
import { AboveCapacity, NotEnoughFree } from '../booking/pool.refusals.js';
import { OfferObject } from '../offer/offer.object.js';
import type { Offer } from '../offer/offer.entity.js';
import { SimilarOffers, type RefusedWish } from './similar-offers.js';

const DESCRIPTION =
  'Up to three offers of the same kind in the network it was asked through, with the same facts or better ones, that are free in the wanted span, pools for the wanted amount; the nearest in size first.';

/** Looked for when it is asked for, after the act and its locks are over. */
function listSimilar(
  similar: SimilarOffers,
  context: TenantContext,
  wish: RefusedWish | null,
): Offer[] | Promise<Offer[]> {
  return wish ? context.read((tx) => similar.list(tx, wish)) : [];
}

@Resolver(() => SpanTaken)
export class SpanTakenResolver {
  constructor(private readonly offers: SimilarOffers) {}

  @ResolveField(() => [OfferObject], { description: DESCRIPTION })
  similar(@Parent() { wish }: SpanTaken, @Context() context: TenantContext): Offer[] | Promise<Offer[]> {
    return listSimilar(this.offers, context, wish);
  }
}

@Resolver(() => RuleBroken)
export class RuleBrokenResolver {
  constructor(private readonly offers: SimilarOffers) {}

  @ResolveField(() => [OfferObject], { description: DESCRIPTION })
  similar(@Parent() { wish }: RuleBroken, @Context() context: TenantContext): Offer[] | Promise<Offer[]> {
    return listSimilar(this.offers, context, wish);
  }
}

@Resolver(() => NotEnoughFree)
export class NotEnoughFreeResolver {
  constructor(private readonly offers: SimilarOffers) {}

  @ResolveField(() => [OfferObject], { description: DESCRIPTION })
  similar(@Parent() { wish }: NotEnoughFree, @Context() context: TenantContext): Offer[] | Promise<Offer[]> {
    return listSimilar(this.offers, context, wish);
  }
}

@Resolver(() => AboveCapacity)
export class AboveCapacityResolver {
  constructor(private readonly offers: SimilarOffers) {}

  @ResolveField(() => [OfferObject], { description: DESCRIPTION })
  similar(@Parent() { wish }: AboveCapacity, @Context() context: TenantContext): Offer[] | Promise<Offer[]> {
    return listSimilar(this.offers, context, wish);
  }
}
