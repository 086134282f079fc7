import type { Span } from '#calendar';
import { TenantContext } from '#graphql';
import { readWithParent } from '#reads';
import { CalendarDayObject, SpanObject } from '#resources';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingObject } from '../meeting/meeting.object.js';
import type { DatePollSpan } from './date-poll-span.entity.js';
import { DatePollObject, DatePollSpanObject, PollVenue } from './date-poll.object.js';
import { SpanFacts } from './span-facts.js';

/** What polls add to a meeting. */
@Resolver(() => MeetingObject)
export class MeetingPollsResolver {
  @ResolveField(() => [DatePollObject], {
    description: 'The polls by which its date was looked for, as far as you may see them. Oldest first.',
  })
  datePolls(): never {
    return readWithParent();
  }
}

/** What of a span no statement can tell. */
@Resolver(() => DatePollSpanObject)
export class DatePollSpanResolver {
  constructor(private readonly facts: SpanFacts) {}

  @ResolveField(() => String, {
    description: 'The span in plain Chinese, by the clock on the wall of the poll’s zone.',
  })
  shownAs(@Parent() span: DatePollSpan, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => this.facts.write(tx, span));
  }

  @ResolveField(() => CalendarDayObject, {
    description:
      'The day of its start in the zone of the network, and how it counts there, whichever zone the poll shows.',
  })
  day(@Parent() span: DatePollSpan, @Context() context: TenantContext): Promise<CalendarDayObject> {
    return context.read((tx) => this.facts.dayOf(tx, span));
  }

  @ResolveField(() => PollVenue, {
    nullable: true,
    complexity: ({ childComplexity }: { childComplexity: number }) => 10 + childComplexity,
    description:
      'Whether the wanted venue could be had then, judged as a request of the committee would be; null for those asked, where none is wanted, and where it is not published to the network any more.',
  })
  async venue(@Parent() span: DatePollSpan, @Context() context: TenantContext): Promise<PollVenue | null> {
    const time = await context.read((tx) => this.facts.venueAt(tx, span));
    return time && new PollVenue(time);
  }
}

@Resolver(() => PollVenue)
export class PollVenueResolver {
  @ResolveField(() => SpanObject, {
    nullable: true,
    description:
      'The next span as long as this one in which it can be had, not before this one starts; null where it is free, and when there is none before its horizon.',
  })
  nextFree(
    @Parent() { time, isFree }: PollVenue,
    @Context() context: TenantContext,
  ): Promise<Span | null> | null {
    return isFree ? null : context.read((tx) => time.findNextFree(tx));
  }
}
