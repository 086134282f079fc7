import { Allow, IdArg, TenantContext } from '#graphql';
import { AudienceObject } from '#network';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { DishAudienceService } from './dish-audience.service.js';

@Resolver(() => AudienceObject)
export class DishAudienceResolver {
  constructor(private readonly service: DishAudienceService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Query(() => AudienceObject, {
    description:
      'Who would read a dish of your unit that is proposed for a menu of this network, and what of it (谁能看到). Units that join later will read it as well, those that leave no longer.',
  })
  dishAudience(
    @IdArg('Network', 'networkId') networkId: string,
    @Context() context: TenantContext,
  ): Promise<AudienceObject> {
    return context.read((tx) => this.service.of(tx, networkId));
  }
}
