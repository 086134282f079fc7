import { ConnectionArgs, TenantContext, type Page } from '#graphql';
import { Args, Context, Info, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AuditLineConnection } from '../audit/audit-line.object.js';
import { MeObject } from './me.object.js';
import { getAccount } from './me.reads.js';
import { AUDIT_LINES } from '../audit/audit-line.reads.js';
import { Reader } from '#reads';

@Resolver(() => MeObject)
export class MeResolver {
  constructor(private readonly reader: Reader) {}

  @ResolveField(() => AuditLineConnection, {
    description: 'Acts on your account, such as a changed password; newest first.',
  })
  async auditLines(
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<unknown>> {
    const { id } = await context.read(getAccount);
    return this.reader.page(context, info, AUDIT_LINES, page, { thingType: 'Account', thingId: id });
  }
}
