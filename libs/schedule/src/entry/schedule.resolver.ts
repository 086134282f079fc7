import { AnyPost, ConnectionArgs, TenantContext, type Page } from '#graphql';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ScheduleArgs } from './schedule.args.js';
import type { Schedule, ScheduleCount, ScheduleEntry } from './schedule.js';
import { ScheduleCountObject, ScheduleEntryConnection, ScheduleObject } from './schedule.object.js';
import { ScheduleService } from './schedule.service.js';

@Resolver(() => ScheduleObject)
export class ScheduleResolver {
  constructor(private readonly service: ScheduleService) {}

  @AnyPost()
  @Query(() => ScheduleObject, {
    description:
      'What has its time for the post that asks, in one list: meetings, bookings given and taken, activities, and deadlines of what waits for it. The calendar feed tells the same. BAD_USER_INPUT for a span that is none, or too long.',
  })
  schedule(@Args() args: ScheduleArgs, @Context() context: TenantContext): Schedule {
    return this.service.open(context, args.wish());
  }

  @ResolveField(() => Int)
  totalCount(@Parent() schedule: Schedule): Promise<number> {
    return schedule.totalCount();
  }

  @ResolveField(() => [ScheduleCountObject])
  countsByKind(@Parent() schedule: Schedule): Promise<readonly ScheduleCount[]> {
    return schedule.counts();
  }

  @ResolveField(() => ScheduleEntryConnection, {
    description: 'The entries, by when they begin. BAD_USER_INPUT for a page that cannot be.',
  })
  entries(@Args() page: ConnectionArgs, @Parent() schedule: Schedule): Promise<Page<ScheduleEntry>> {
    return schedule.page(page);
  }
}
