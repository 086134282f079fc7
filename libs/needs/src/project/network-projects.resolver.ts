import { ConnectionArgs } from '#graphql';
import { NetworkObject } from '#network';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { NetworkProjectFilter, ProjectOrder } from './project-filter.inputs.js';
import { ProjectConnection } from './project.object.js';

/** What projects add to a network. */
@Resolver(() => NetworkObject)
export class NetworkProjectsResolver {
  @ResolveField(() => ProjectConnection, {
    description: 'Its list of projects (项目清单), as far as you may see them.',
  })
  projects(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    _filter: NetworkProjectFilter,
    @Args('orderBy', {
      type: () => ProjectOrder,
      defaultValue: ProjectOrder.POSTED_AT_DESC,
      description: 'In which order.',
    })
    _orderBy: ProjectOrder,
    @Args() _page: ConnectionArgs,
  ): never {
    return readWithParent();
  }
}
