import { AnyPost, ConnectionArgs, TenantContext } from '#graphql';
import { Reader } from '#reads';
import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { MenuNotice } from './menu-notice.entity.js';
import { MenuNoticeFilter } from './menu-notice.inputs.js';
import { MenuNoticeConnection, MenuNoticeObject } from './menu-notice.object.js';
import { MENU_NOTICES } from './menu-notice.reads.js';
import { writeNoticeChat } from './notice-chat.js';

@Resolver(() => MenuNoticeObject)
export class MenuNoticeResolver {
  constructor(private readonly reader: Reader) {}

  @AnyPost()
  @Query(() => MenuNoticeConnection, {
    description:
      'What your unit was told of dishes that it signed up for, the latest first; for a committee what the units of its networks were told.',
  })
  menuNotices(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: MenuNoticeFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, MENU_NOTICES, page, { filter });
  }

  @ResolveField(() => String, {
    description:
      'The same in plain Chinese for a chat with that unit, times in the zone of the network; never with contacts or phones.',
  })
  chatText(@Parent() notice: MenuNotice, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeNoticeChat(tx, notice));
  }
}
