import { AnyPost, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { Reader } from '#reads';
import { OfferConnection } from '#resources';
import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { NeedConnection } from '../need/need.object.js';
import { ProjectConnection } from '../project/project.object.js';
import { ThreeListsFilter } from './three-lists.inputs.js';
import { LISTS, needWish, offerWish, projectWish, unmetWish } from './three-lists.lists.js';
import { ThreeListsObject } from './three-lists.object.js';
import { ThreeListsService, type ThreeLists } from './three-lists.service.js';

/** The lists themselves, each by the one filter of all three. */
@Resolver(() => ThreeListsObject)
export class ThreeListsResolver {
  constructor(
    private readonly service: ThreeListsService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => ThreeListsObject, {
    nullable: true,
    description:
      'Resources, needs and projects of a network together (三张清单), with counts; null alike for a network that does not exist and for one whose lists you may not see.',
  })
  threeLists(
    @IdArg('Network', 'networkId') networkId: string,
    @Args('filter', { defaultValue: {}, description: 'What of them; all of the present quarter by default.' })
    filter: ThreeListsFilter,
    @Context() context: TenantContext,
  ): Promise<ThreeLists | null> {
    return context.read((tx) => this.service.find(tx, networkId, filter));
  }

  @ResolveField(() => OfferConnection, { description: 'The resource list (资源清单), by title.' })
  offers(
    @Parent() { listedBy }: ThreeLists,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, LISTS.OFFERS, page, offerWish(listedBy));
  }

  @ResolveField(() => NeedConnection, {
    description: 'The list of needs (需求清单), the one posted last first.',
  })
  needs(
    @Parent() { listedBy }: ThreeLists,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, LISTS.NEEDS, page, needWish(listedBy));
  }

  @ResolveField(() => ProjectConnection, {
    description: 'The list of projects (项目清单), the one posted last first.',
  })
  projects(
    @Parent() { listedBy }: ThreeLists,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, LISTS.PROJECTS, page, projectWish(listedBy));
  }

  @ResolveField(() => NeedConnection, {
    description:
      'Needs that stayed unmet and are to be put before the next meeting, whatever the quarter and the asked states, the one posted first first.',
  })
  unmetForMeeting(
    @Parent() { listedBy }: ThreeLists,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, LISTS.NEEDS, page, unmetWish(listedBy));
  }
}
