import { AnyPost, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { writeActionChat } from './action-chat.js';
import { ActionFilter, ActionOrder } from './action-filter.inputs.js';
import { ActionNoteConnection } from './action-note.object.js';
import { ActionReportObject } from './action-report.object.js';
import type { Action } from './action.entity.js';
import { ActionConnection, ActionObject } from './action.object.js';
import { ACTION_READS, ACTIONS } from './action.reads.js';

/** How actions are found, and what hangs on one. */
@Resolver(() => ActionObject)
export class ActionListResolver {
  constructor(private readonly reader: Reader) {}

  @AnyPost()
  @Query(() => ActionConnection, {
    description:
      'The actions (行动事项) of the meetings that you read, and those that your unit does; none for stewards.',
  })
  actions(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: ActionFilter,
    @Args('orderBy', {
      type: () => ActionOrder,
      defaultValue: ActionOrder.DUE_ON_ASC,
      description: 'In which order.',
    })
    orderBy: ActionOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, ACTIONS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => ActionObject, {
    nullable: true,
    description: 'One action; null alike for what does not exist and for what you may not see.',
  })
  action(
    @IdArg('Action') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, ACTION_READS, (row) => sql`${row.id} = ${id}`);
  }

  @ResolveField(() => ActionNoteConnection, {
    description: 'What was said of it, by its unit and the committee. The last first.',
  })
  notes(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => [ActionReportObject], {
    description: 'What later meetings heard had become of it, the earliest first.',
  })
  reports(): never {
    return readWithParent();
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description:
      'As long as it is open a reminder (行动提醒) with its last day, and whether that is over; then how it ended. In plain Chinese for a group chat.',
  })
  chatText(@Parent() action: Action, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeActionChat(tx, action));
  }
}
