import { TenantContext } from '#graphql';
import { UnitObject, type Unit } from '#network';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { WindowArgs } from '../occupancy/window.args.js';
import type { Offer } from '../offer/offer.entity.js';
import { OfferObject } from '../offer/offer.object.js';
import { LendingFiguresObject } from './figures.object.js';
import { LendingFiguresService, type LendingFigures } from './lending-figures.js';

/** What figures add to an offer. */
@Resolver(() => OfferObject)
export class OfferLendingResolver {
  constructor(private readonly figures: LendingFiguresService) {}

  @ResolveField(() => LendingFiguresObject, {
    nullable: true,
    description:
      'How it was asked for and used: for its owner, and for the committees of its networks what went through those; null for everybody else.',
  })
  lending(
    @Parent() offer: Offer,
    @Args() window: WindowArgs,
    @Context() context: TenantContext,
  ): Promise<LendingFigures | null> {
    return context.read((tx) => this.figures.ofOffer(tx, offer, window.span()));
  }
}

/** What figures add to a unit. */
@Resolver(() => UnitObject)
export class UnitLendingResolver {
  constructor(private readonly figures: LendingFiguresService) {}

  @ResolveField(() => LendingFiguresObject, {
    nullable: true,
    description:
      'How what it lends was asked for and used: for itself, and for a committee what went through its network; null for everybody else.',
  })
  lending(
    @Parent() { id }: Unit,
    @Args() window: WindowArgs,
    @Context() context: TenantContext,
  ): Promise<LendingFigures | null> {
    return context.read((tx) => this.figures.ofUnit(tx, id, window.span()));
  }
}
