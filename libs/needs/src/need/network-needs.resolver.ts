import { ConnectionArgs } from '#graphql';
import { NetworkObject } from '#network';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { NeedOrder, NetworkNeedFilter } from './need.inputs.js';
import { NeedConnection } from './need.object.js';

/** What needs add to a network. */
@Resolver(() => NetworkObject)
export class NetworkNeedsResolver {
  @ResolveField(() => NeedConnection, {
    description: 'Its list of needs (需求清单), as far as you may see them.',
  })
  needs(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    _filter: NetworkNeedFilter,
    @Args('orderBy', {
      type: () => NeedOrder,
      defaultValue: NeedOrder.POSTED_AT_DESC,
      description: 'In which order.',
    })
    _orderBy: NeedOrder,
    @Args() _page: ConnectionArgs,
  ): never {
    return readWithParent();
  }
}
