import { ConnectionArgs } from '#graphql';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { NetworkObject } from '../network/network.object.js';
import { MembershipConnection } from './membership.object.js';

/** What memberships add to a network. */
@Resolver(() => NetworkObject)
export class NetworkMembershipsResolver {
  @ResolveField(() => MembershipConnection, {
    description:
      'Its active members, by code; for the committee also who is invited, suspended or has left. Empty while your unit has only been invited.',
  })
  memberships(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
