import { Allow, IdArg, TenantContext } from '#graphql';
import { AudienceObject } from '#network';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { MeetingAudienceService } from './meeting-audience.service.js';

@Resolver(() => AudienceObject)
export class MeetingAudienceResolver {
  constructor(private readonly service: MeetingAudienceService) {}

  @Allow('SECRETARY', 'OFFICER')
  @Query(() => AudienceObject, {
    description:
      'Who would read a meeting of your committee if it were called, and what of it (谁能看到). Units that join later will read a joint meeting as well, those that leave no longer.',
  })
  meetingAudience(@IdArg('Meeting') id: string, @Context() context: TenantContext): Promise<AudienceObject> {
    return context.read((tx) => this.service.of(tx, id));
  }
}
