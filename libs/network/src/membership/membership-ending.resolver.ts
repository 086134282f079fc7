import { Node, NodeRegistry, TenantContext, toGlobalId } from '#graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EndingThingObject } from './ending-thing.object.js';
import { MembershipEvents, type EndingThing } from './membership.events.js';
import type { Membership } from './membership.entity.js';
import { MembershipObject } from './membership.object.js';

/** What ends with a membership is listed before it is ended. */
@Resolver(() => MembershipObject)
export class MembershipEndingResolver {
  constructor(private readonly events: MembershipEvents) {}

  @ResolveField(() => [EndingThingObject], {
    description:
      'What would end if the unit were suspended or removed now: what it has ahead through this network, the earliest first. For its unit and the committee; empty for others, and unless it takes part.',
  })
  wouldEnd(@Parent() membership: Membership, @Context() context: TenantContext): Promise<EndingThing[]> {
    return context.read(async (tx) => {
      const { unitId, networkId } = membership;
      const isTheirs = tx.actor.convenedNetworkIds.includes(networkId) || tx.actor.unitId === unitId;
      return isTheirs ? this.events.listEnding(tx, membership) : [];
    });
  }
}

/** A row says only which thing; what it is now is looked up as anywhere. */
@Resolver(() => EndingThingObject)
export class EndingThingResolver {
  constructor(private readonly nodes: NodeRegistry) {}

  @ResolveField(() => Node, { nullable: true, description: 'The thing; null when you cannot see it.' })
  thing(
    @Parent() { thingType, thingId }: EndingThing,
    @Context() context: TenantContext,
  ): Promise<object | null> {
    return context.read((tx) => this.nodes.find(tx, toGlobalId(thingType, thingId)));
  }
}
