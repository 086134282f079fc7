import { ConnectionArgs, isSelected, TenantContext, type Page } from '#graphql';
import type { AuditLine } from '#tenancy';
import { Args, Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AuditLineConnection } from '../audit/audit-line.object.js';
import { listLinesOf } from '../audit/audit-line.reads.js';
import type { Unit } from './unit.entity.js';
import { UnitObject } from './unit.object.js';

@Resolver(() => UnitObject)
export class UnitResolver {
  @ResolveField(() => AuditLineConnection, {
    description:
      'Who changed what is said of the unit; for itself and the committees of its networks. Newest first.',
  })
  auditLines(
    @Parent() { id }: Unit,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<AuditLine>> {
    const count = isSelected(info, 'totalCount');
    return context.read((tx) => listLinesOf(tx, { type: 'Unit', id }, page, count));
  }
}
