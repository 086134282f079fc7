import { AnyPost, ConnectionArgs, TenantContext, type Page } from '#graphql';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InboxArgs } from './inbox.args.js';
import type { Inbox, InboxCount, InboxEntry } from './inbox.js';
import { InboxCountObject, InboxEntryConnection, InboxObject } from './inbox.object.js';
import { InboxService } from './inbox.service.js';

@Resolver(() => InboxObject)
export class InboxResolver {
  constructor(private readonly service: InboxService) {}

  @AnyPost()
  @Query(() => InboxObject, {
    description:
      'What waits for the post that asks: each thing that it can settle now, and nothing that others settle. What is settled, cancelled or lapsed is gone at once.',
  })
  inbox(@Args() args: InboxArgs, @Context() context: TenantContext): Inbox {
    return this.service.open(context, args.wish());
  }

  @ResolveField(() => Int)
  totalCount(@Parent() inbox: Inbox): Promise<number> {
    return inbox.totalCount();
  }

  @ResolveField(() => [InboxCountObject])
  countsByKind(@Parent() inbox: Inbox): Promise<readonly InboxCount[]> {
    return inbox.counts();
  }

  @ResolveField(() => InboxEntryConnection, {
    description:
      'The entries, by when they are due, what has no term last. BAD_USER_INPUT for a page that cannot be.',
  })
  entries(@Args() page: ConnectionArgs, @Parent() inbox: Inbox): Promise<Page<InboxEntry>> {
    return inbox.page(page);
  }
}
