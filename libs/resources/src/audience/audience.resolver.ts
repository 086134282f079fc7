import { Allow, TenantContext } from '#graphql';
import { AudienceObject } from '#network';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { BookingAudienceArgs, OfferAudienceArgs } from './audience.args.js';
import { AudienceService } from './audience.service.js';

@Resolver(() => AudienceObject)
export class AudienceResolver {
  constructor(private readonly service: AudienceService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Query(() => AudienceObject, {
    description:
      'Who would see an offer of your unit if it were published to these networks, and what of it (谁能看到). Units that join later will see it as well, those that leave no longer.',
  })
  offerAudience(
    @Args() { id, networkIds }: OfferAudienceArgs,
    @Context() context: TenantContext,
  ): Promise<AudienceObject> {
    return context.read((tx) => this.service.ofOffer(tx, id, [...new Set(networkIds)]));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Query(() => AudienceObject, {
    description:
      'Who would see a booking of your unit, and what of it. Everybody else who sees the offer sees only that it is taken then, and that only once it is confirmed.',
  })
  bookingAudience(
    @Args() { offerId, networkId }: BookingAudienceArgs,
    @Context() context: TenantContext,
  ): Promise<AudienceObject> {
    return context.read((tx) => this.service.ofRequest(tx, offerId, networkId));
  }
}
