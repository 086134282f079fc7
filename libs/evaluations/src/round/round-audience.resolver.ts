import { Allow, IdArg, TenantContext } from '#graphql';
import { AudienceObject } from '#network';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { RoundAudienceService } from './round-audience.service.js';

@Resolver(() => AudienceObject)
export class RoundAudienceResolver {
  constructor(private readonly service: RoundAudienceService) {}

  @Allow('SECRETARY', 'OFFICER')
  @Query(() => AudienceObject, {
    description:
      'Who would read a round of this network, from its setup, its call for nominations and its first public notice on (谁能看到). The returning officer reads it besides.',
  })
  evaluationRoundAudience(
    @IdArg('Network', 'networkId') networkId: string,
    @Context() context: TenantContext,
  ): Promise<AudienceObject> {
    return context.read((tx) => this.service.of(tx, networkId));
  }
}
