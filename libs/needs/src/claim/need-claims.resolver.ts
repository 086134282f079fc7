import { ConnectionArgs } from '#graphql';
import { readWithParent } from '#reads';
import { Args, Int, ResolveField, Resolver } from '@nestjs/graphql';
import { NeedObject } from '../need/need.object.js';
import { ClaimOrder } from './claim.inputs.js';
import { ClaimConnection } from './claim.object.js';

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
}
