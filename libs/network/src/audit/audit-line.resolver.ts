import { AnyPost, ConnectionArgs, NodeRegistry, Node, TenantContext, toGlobalId } from '#graphql';
import type { AuditLine, Change } from '#tenancy';
import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AuditChangeObject, AuditLineConnection, AuditLineObject } from './audit-line.object.js';
import { AUDIT_LINES } from './audit-line.reads.js';
import { Reader } from '#reads';

@Resolver(() => AuditLineObject)
export class AuditLineResolver {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => AuditLineConnection, {
    description:
      'What was done in the name of your unit: by its posts, by a committee on its behalf, or by rule. Newest first.',
  })
  auditLines(
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, AUDIT_LINES, page, { inOurName: 'ALL' });
  }

  @AnyPost()
  @Query(() => AuditLineConnection, {
    description:
      'What committees have recorded on behalf of your unit (代办): what your unit has to be told, and can correct by the further steps of the thing. Newest first.',
  })
  recordedForUs(
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, AUDIT_LINES, page, { inOurName: 'ON_BEHALF' });
  }

  @ResolveField(() => Node, {
    nullable: true,
    description: 'The thing as it is now; null when you can no longer see it.',
  })
  thing(
    @Parent() { thingType, thingId }: AuditLine,
    @Context() context: TenantContext,
  ): Promise<object | null> {
    return context.read((tx) => this.nodes.find(tx, toGlobalId(thingType, thingId)));
  }

  @ResolveField(() => [AuditChangeObject], { description: 'What changed, field by field; ids are left out.' })
  changes(@Parent() { changes }: AuditLine): AuditChangeObject[] {
    return Object.entries(changes).map(([field, { before, after }]) => ({
      field,
      before: textOf(before),
      after: textOf(after),
    }));
  }
}

function textOf(value: Change['before']): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
