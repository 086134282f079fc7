import { ConnectionArgs } from '#graphql';
import { NetworkObject } from '#network';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingOrder, NetworkMeetingFilter } from './meeting.inputs.js';
import { MeetingConnection } from './meeting.object.js';

/** What meetings add to a network. */
@Resolver(() => NetworkObject)
export class NetworkMeetingsResolver {
  @ResolveField(() => MeetingConnection, { description: 'Its meetings, as far as you may see them.' })
  meetings(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    _filter: NetworkMeetingFilter,
    @Args('orderBy', {
      type: () => MeetingOrder,
      defaultValue: MeetingOrder.STARTS_AT_DESC,
      description: 'In which order.',
    })
    _orderBy: MeetingOrder,
    @Args() _page: ConnectionArgs,
  ): never {
    return readWithParent();
  }
}
