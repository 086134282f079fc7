import { Allow, IdArg, TenantContext } from '#graphql';
import { AudienceObject } from '#network';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { NeedAudienceService } from './need-audience.service.js';

@Resolver(() => AudienceObject)
export class NeedAudienceResolver {
  constructor(private readonly service: NeedAudienceService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Query(() => AudienceObject, {
    description:
      'Who would read a need of your unit that is proposed in this network, and what of it (谁能看到). Units that join later will read it as well, those that leave no longer.',
  })
  needAudience(
    @IdArg('Network', 'networkId') networkId: string,
    @Context() context: TenantContext,
  ): Promise<AudienceObject> {
    return context.read((tx) => this.service.of(tx, networkId));
  }
}
