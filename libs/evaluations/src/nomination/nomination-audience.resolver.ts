import { Allow, IdArg, TenantContext } from '#graphql';
import { AudienceObject } from '#network';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { NominationAudienceService } from './nomination-audience.service.js';

@Resolver(() => AudienceObject)
export class NominationAudienceResolver {
  constructor(private readonly service: NominationAudienceService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Query(() => AudienceObject, {
    description:
      'Who would read what your unit nominates in this network, with its facts and evidence: from the submission, from the beginning of scoring and from the first public notice on (谁能看到). A returning officer of the street office reads it from the beginning of scoring on.',
  })
  nominationAudience(
    @IdArg('Network', 'networkId') networkId: string,
    @Context() context: TenantContext,
  ): Promise<AudienceObject> {
    return context.read((tx) => this.service.of(tx, networkId));
  }
}
