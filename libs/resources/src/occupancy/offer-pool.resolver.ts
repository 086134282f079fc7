import { TenantContext } from '#graphql';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OfferAvailability } from '../offer/offer-availability.js';
import type { Offer } from '../offer/offer.entity.js';
import { OfferObject } from '../offer/offer.object.js';
import { AmountSpanObject, OverCommitmentObject } from './pool.object.js';
import { WindowArgs } from './window.args.js';

/** What is shared out of an offer by kilowatts or pieces. */
@Resolver(() => OfferObject)
export class OfferPoolResolver {
  constructor(private readonly availability: OfferAvailability) {}

  @ResolveField(() => [AmountSpanObject], {
    description:
      'How much of a power supply or of equipment is left, over all networks, the gaps kept after bookings taken off: the whole window, in order, open or not; `free` tells when it can be booked. Who has the rest is not said. Empty for what is lent whole.',
  })
  freeAmounts(
    @Parent() offer: Offer,
    @Args() window: WindowArgs,
    @Context() context: TenantContext,
  ): Promise<AmountSpanObject[]> {
    return context.read((tx) => this.availability.listFreeAmounts(tx, offer, window.span()));
  }

  @ResolveField(() => [OverCommitmentObject], {
    description:
      'Where more of it is promised than there is since its unit made it smaller, in order: those bookings stand, and nothing more is granted there. For its own unit and the committees it is published to; empty for others, and for what is lent whole.',
  })
  overCommitments(
    @Parent() offer: Offer,
    @Args() window: WindowArgs,
    @Context() context: TenantContext,
  ): Promise<OverCommitmentObject[]> {
    return context.read((tx) => this.availability.listOverCommitments(tx, offer, window.span()));
  }
}
