import { ConnectionArgs, TenantContext } from '#graphql';
import { readWithParent } from '#reads';
import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Need } from '../need/need.entity.js';
import { NeedObject } from '../need/need.object.js';
import { listAskedCounts, type AskedCount } from './asked-counts.js';
import { ClaimOrder } from './claim.inputs.js';
import { AskedCountObject, ClaimConnection } from './claim.object.js';

/** What claims add to a need. */
@Resolver(() => NeedObject)
export class NeedClaimsResolver {
  @ResolveField(() => ClaimConnection, {
    description:
      'Who has taken it on, in every state since; your unit and the committee also see whom it was put to, each its own.',
  })
  claims(
    @Args('orderBy', {
      type: () => ClaimOrder,
      defaultValue: ClaimOrder.UPDATED_AT_DESC,
      description: 'In which order.',
    })
    _orderBy: ClaimOrder,
    @Args() _page: ConnectionArgs,
  ): never {
    return readWithParent();
  }

  @ResolveField(() => Int, {
    description: 'How many more units may take it on; 0 unless it is taken or open.',
  })
  placesLeft(): never {
    return readWithParent();
  }

  @ResolveField(() => [AskedCountObject], {
    description:
      'Who was asked how often in its network, for this need and others: all units for the committee, your own unit alone for you, none for others. Most often asked first.',
  })
  askedCounts(
    @Parent() { networkId }: Pick<Need, 'networkId'>,
    @Context() context: TenantContext,
  ): Promise<AskedCount[]> {
    return context.read((tx) => listAskedCounts(tx, networkId));
  }
}
