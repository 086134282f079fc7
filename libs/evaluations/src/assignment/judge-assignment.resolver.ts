import { AnyPost, ConnectionArgs, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent } from '#reads';
import { Args, Context, Info, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { JudgeAssignmentFilter } from './judge-assignment.inputs.js';
import { JudgeAssignmentConnection, JudgeAssignmentObject } from './judge-assignment.object.js';
import { MY_ASSIGNMENTS } from './judge-assignment.reads.js';

/** What a judge reads of the judging. */
@Resolver(() => JudgeAssignmentObject)
export class JudgeAssignmentResolver {
  constructor(private readonly reader: Reader) {}

  @AnyPost()
  @Query(() => JudgeAssignmentConnection, {
    description:
      'What you judge through the post with which you act, once it is settled; nobody else is told of it but the returning officer.',
  })
  myAssignments(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: JudgeAssignmentFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, MY_ASSIGNMENTS, page, { filter });
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for its judge and the returning officer. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
