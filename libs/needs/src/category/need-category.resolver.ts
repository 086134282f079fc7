import { ConnectionArgs } from '#graphql';
import { AuditLineConnection } from '#network';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { NeedCategoryObject } from './need-category.object.js';

@Resolver(() => NeedCategoryObject)
export class NeedCategoryResolver {
  @ResolveField(() => AuditLineConnection, {
    description: 'Who renamed, added or retired it; for all of the network. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
