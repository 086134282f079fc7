import { AnyPost, OwnSignIn, TenantContext } from '#graphql';
import { Context, Mutation, Resolver } from '@nestjs/graphql';
import type { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeedObject, RevokedCalendarFeedObject } from './calendar-feed.object.js';
import { CalendarFeeds, type OpenedFeed } from './calendar-feeds.js';

@Resolver()
export class CalendarFeedResolver {
  constructor(private readonly feeds: CalendarFeeds) {}

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => CalendarFeedObject, {
    description:
      'Opens the private iCalendar address of your post: what `schedule` tells it at that moment. Opening it anew makes the address before void.',
  })
  openCalendarFeed(@Context() context: TenantContext): Promise<OpenedFeed> {
    return context.write((tx) => this.feeds.open(tx));
  }

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => RevokedCalendarFeedObject, {
    description:
      'Makes the private iCalendar address of your post void: it answers as if it had never been. NOT_FOUND when none is open.',
  })
  revokeCalendarFeed(@Context() context: TenantContext): Promise<CalendarFeed> {
    return context.write((tx) => this.feeds.revoke(tx));
  }
}
