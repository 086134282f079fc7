import { AnyPost, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { Reader, type List } from '#reads';
import { OfferConnection, OfferKind } from '#resources';
import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { NeedState } from '../need/need.entity.js';
import { NeedConnection } from '../need/need.object.js';
import { ThreeListsFilter } from './three-lists.inputs.js';
import { LISTS, needWish, offerWish, unmetWish } from './three-lists.lists.js';
import {
  CategoryCountObject,
  NeedStateCountObject,
  OfferKindCountObject,
  ThreeListsObject,
} from './three-lists.object.js';
import { ThreeListsService, type Counted, type ThreeLists } from './three-lists.service.js';

/** Pages and counts go by one wish, and so by the same entries. */
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

  @ResolveField(() => [OfferKindCountObject], { description: 'How many offers there are of each kind.' })
  async offersByKind(
    @Parent() { listedBy }: ThreeLists,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const wish = offerWish(listedBy);
    const counts = await this.count(context, info, LISTS.OFFERS, wish, 'kind', Object.values(OfferKind));
    return counts.map(({ value: kind, ...count }) => ({ ...count, kind }));
  }

  @ResolveField(() => [NeedStateCountObject], { description: 'How many needs stand in each state.' })
  async needsByState(
    @Parent() { listedBy }: ThreeLists,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const wish = needWish(listedBy);
    const counts = await this.count(context, info, LISTS.NEEDS, wish, 'state', Object.values(NeedState));
    return counts.map(({ value: state, ...count }) => ({ ...count, state }));
  }

  @ResolveField(() => [CategoryCountObject], { description: 'How many needs there are in each category.' })
  needsByCategory(
    @Parent() { listedBy }: ThreeLists,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.countByCategory(context, info, LISTS.NEEDS, needWish(listedBy), listedBy.networkId);
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

  private async countByCategory<A extends object>(
    context: TenantContext,
    info: GraphQLResolveInfo,
    list: List<A>,
    wish: A,
    networkId: string,
  ) {
    const categories = await context.read((tx) => this.service.listCategories(tx, networkId));
    const ids = categories.map(({ id }) => id);
    const counts = await this.count(context, info, list, wish, 'categoryId', ids);
    const byId = new Map(categories.map((category) => [category.id, category]));
    return counts.map(({ value, ...count }) => ({ ...count, category: byId.get(value) }));
  }

  private async count<A extends object>(
    context: TenantContext,
    info: GraphQLResolveInfo,
    list: List<A>,
    wish: A,
    column: string,
    values: readonly string[],
  ): Promise<Counted[]> {
    const tallies = await this.reader.tally(context, info, list, wish, [column, 'unitId']);
    return context.read((tx) => this.service.sum(tx, tallies, column, values));
  }
}
