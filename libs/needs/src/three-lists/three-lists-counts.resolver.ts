import { TenantContext } from '#graphql';
import { Reader, type List } from '#reads';
import { OfferKind } from '#resources';
import { Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { NeedState } from '../need/need.entity.js';
import { ProjectState } from '../project/project.entity.js';
import { LISTS, needWish, offerWish, projectWish } from './three-lists.lists.js';
import {
  CategoryCountObject,
  NeedStateCountObject,
  OfferKindCountObject,
  ProjectStateCountObject,
  ThreeListsObject,
} from './three-lists.object.js';
import { ThreeListsService, type Counted, type CountedBy, type ThreeLists } from './three-lists.service.js';

/** What is asked, and where. */
interface Asked {
  readonly context: TenantContext;
  readonly info: GraphQLResolveInfo;
}

/** Counts by the wishes of the pages, and so of the same entries. */
@Resolver(() => ThreeListsObject)
export class ThreeListsCountsResolver {
  constructor(
    private readonly service: ThreeListsService,
    private readonly reader: Reader,
  ) {}

  @ResolveField(() => [OfferKindCountObject], { description: 'How many offers there are of each kind.' })
  async offersByKind(
    @Parent() { listedBy }: ThreeLists,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const by = { column: 'kind', unitColumn: 'unitId', values: Object.values(OfferKind) } as const;
    const counts = await this.count({ context, info }, LISTS.OFFERS, offerWish(listedBy), by);
    return counts.map(({ value: kind, ...count }) => ({ ...count, kind }));
  }

  @ResolveField(() => [NeedStateCountObject], { description: 'How many needs stand in each state.' })
  async needsByState(
    @Parent() { listedBy }: ThreeLists,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const by = { column: 'state', unitColumn: 'unitId', values: Object.values(NeedState) } as const;
    const counts = await this.count({ context, info }, LISTS.NEEDS, needWish(listedBy), by);
    return counts.map(({ value: state, ...count }) => ({ ...count, state }));
  }

  @ResolveField(() => [CategoryCountObject], { description: 'How many needs there are in each category.' })
  needsByCategory(
    @Parent() { listedBy }: ThreeLists,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { networkId } = listedBy;
    return this.countByCategory({ context, info }, LISTS.NEEDS, needWish(listedBy), {
      networkId,
      unitColumn: 'unitId',
    });
  }

  @ResolveField(() => [ProjectStateCountObject], { description: 'How many projects stand in each state.' })
  async projectsByState(
    @Parent() { listedBy }: ThreeLists,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const by = { column: 'state', unitColumn: 'leadUnitId', values: Object.values(ProjectState) } as const;
    const counts = await this.count({ context, info }, LISTS.PROJECTS, projectWish(listedBy), by);
    return counts.map(({ value: state, ...count }) => ({ ...count, state }));
  }

  @ResolveField(() => [CategoryCountObject], {
    description: 'How many projects there are in each category.',
  })
  projectsByCategory(
    @Parent() { listedBy }: ThreeLists,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { networkId } = listedBy;
    return this.countByCategory({ context, info }, LISTS.PROJECTS, projectWish(listedBy), {
      networkId,
      unitColumn: 'leadUnitId',
    });
  }

  private async countByCategory<A extends object>(
    asked: Asked,
    list: List<A>,
    wish: A,
    { networkId, unitColumn }: Pick<CountedBy, 'unitColumn'> & { readonly networkId: string },
  ) {
    const categories = await asked.context.read((tx) => this.service.listCategories(tx, networkId));
    const values = categories.map(({ id }) => id);
    const counts = await this.count(asked, list, wish, { column: 'categoryId', unitColumn, values });
    const byId = new Map(categories.map((category) => [category.id, category]));
    return counts.map(({ value, ...count }) => ({ ...count, category: byId.get(value) }));
  }

  private async count<A extends object>(
    { context, info }: Asked,
    list: List<A>,
    wish: A,
    by: CountedBy,
  ): Promise<Counted[]> {
    const tallies = await this.reader.tally(context, info, list, wish, [by.column, by.unitColumn]);
    return context.read((tx) => this.service.sum(tx, tallies, by));
  }
}
