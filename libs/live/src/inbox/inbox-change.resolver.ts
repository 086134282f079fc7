import { AnyPost, type Looks, type TenantContext } from '#graphql';
import { InboxArgs, InboxObject, InboxService, type Inbox } from '#inbox';
import { Args, Context, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { LiveCursors } from '../cursor/live-cursors.js';
import { AfterArg } from '../watch/after.arg.js';
import { RegionWatch } from '../watch/region-watch.js';
import { InboxChangeObject } from './inbox-change.object.js';
import { InboxPolling } from './inbox-polling.js';
import { InboxWatcher } from './inbox-watcher.js';

@Resolver(() => InboxChangeObject)
export class InboxChangeResolver {
  constructor(
    private readonly regions: RegionWatch,
    private readonly cursors: LiveCursors,
    private readonly inboxes: InboxService,
    private readonly polling: InboxPolling,
  ) {}

  @AnyPost()
  @Subscription(() => InboxChangeObject, {
    description:
      'What waits for the post that asks, at once and whenever it is another: something waits, is settled or lapses, or its term moves. At most four times a second; what begins to wait with time alone is told within a minute or two. With `after`, what waits is told at first only if it is another than it was then. BAD_USER_INPUT for a cursor that was not given here.',
  })
  inboxChanged(
    @AfterArg() after: string | null | undefined,
    @Context() context: TenantContext,
  ): Promise<Looks> {
    const { cursors, inboxes, polling } = this;
    return this.regions.begin(
      context,
      after,
      (claims, resumed) => new InboxWatcher({ cursors, inboxes, polling }, claims, resumed),
    );
  }

  @ResolveField(() => InboxObject)
  inbox(@Args() args: InboxArgs, @Context() context: TenantContext): Inbox {
    return this.inboxes.open(context, args.wish());
  }
}
