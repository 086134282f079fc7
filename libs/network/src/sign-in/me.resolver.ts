import { ConnectionArgs, isSelected, TenantContext, type Page } from '#graphql';
import type { AuditLine } from '#tenancy';
import { Args, Context, Info, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AuditLineConnection } from '../audit/audit-line.object.js';
import { listLinesOf } from '../audit/audit-line.reads.js';
import { MeObject } from './me.object.js';
import { getAccount } from './me.reads.js';

@Resolver(() => MeObject)
export class MeResolver {
  @ResolveField(() => AuditLineConnection, {
    description:
      'Acts on your account: codes given for it, the password set with one or changed; newest first.',
  })
  auditLines(
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<AuditLine>> {
    return context.read(async (tx) => {
      const { id } = await getAccount(tx);
      return listLinesOf(tx, { type: 'Account', id }, page, isSelected(info, 'totalCount'));
    });
  }
}
