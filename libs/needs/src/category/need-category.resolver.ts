import { Allow, ConnectionArgs, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { AddNeedCategoryArgs, NeedCategoryStep, RenameNeedCategoryArgs } from './need-category.inputs.js';
import {
  AddNeedCategoryResult,
  ChangeNeedCategoryResult,
  NeedCategoryObject,
} from './need-category.object.js';
import { NeedCategoryService } from './need-category.service.js';

@Resolver(() => NeedCategoryObject)
export class NeedCategoryResolver {
  constructor(private readonly categories: NeedCategoryService) {}

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => AddNeedCategoryResult, {
    description:
      'The committee adds a category of its network’s own, at the end of its list; at most 50 in all, retired ones counted.',
  })
  addNeedCategory(
    @Args() { networkId, name, nameEn = null }: AddNeedCategoryArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.categories.add(tx, networkId, { name, nameEn }));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ChangeNeedCategoryResult, {
    description: 'The committee renames a category; one of the eight standing ones keeps its code.',
  })
  renameNeedCategory(
    @Args() { id, version, name, nameEn = null }: RenameNeedCategoryArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.categories.rename(tx, id, version, { name, nameEn }));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ChangeNeedCategoryResult, {
    description:
      'The committee retires a category: no new needs are posted in it, and those that have it keep it. One at least stays in use.',
  })
  retireNeedCategory(@Args() { id, version }: NeedCategoryStep, @Context() context: TenantContext) {
    return context.write((tx) => this.categories.retire(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ChangeNeedCategoryResult, {
    description: 'The committee takes a retired category into use again, unless another has its name by now.',
  })
  restoreNeedCategory(@Args() { id, version }: NeedCategoryStep, @Context() context: TenantContext) {
    return context.write((tx) => this.categories.restore(tx, id, version));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who renamed, added or retired it; for all of the network. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
