import { Allow, AnyPost, CanBeTried, ApiError, ConnectionArgs, OnBehalf, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { BookingConnection } from '../booking/booking.object.js';
import { expectOrder } from '../booking/expect-order.js';
import { SeriesChanges } from './series-changes.js';
import { writeSeriesChat } from './series-chat.js';
import type { BookingSeries } from './series.entity.js';
import {
  ChangeSeriesInput,
  RequestSeriesDateInput,
  RequestSeriesInput,
  SeriesAnswer,
  SeriesFilter,
  SeriesStep,
} from './series.inputs.js';
import {
  BookingSeriesConnection,
  BookingSeriesObject,
  CancelSeriesResult,
  ChangeSeriesResult,
  RequestSeriesDateResult,
  RequestSeriesResult,
} from './series.object.js';
import { SERIES } from './series.reads.js';
import { SeriesService } from './series.service.js';
import { SERIES_WORDS } from './series.words.js';

@Resolver(() => BookingSeriesObject)
export class SeriesResolver {
  constructor(
    private readonly service: SeriesService,
    private readonly changes: SeriesChanges,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => BookingSeriesConnection, {
    description:
      'Series that your unit asked for or lends for; for a committee also those made through its network. The last asked for first.',
  })
  bookingSeries(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: SeriesFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, SERIES, page, { filter });
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => RequestSeriesResult, {
    description:
      'Asks for an offer again and again by a rule. Made whole, or without the dates that clash; the answer names each clash with the nearest free span.',
  })
  requestSeries(
    @Args('input', { description: 'What, the first span, how it is repeated, what for.' })
    { contactName = null, contactPhone = null, heads = null, ...wish }: RequestSeriesInput,
    @Context() context: TenantContext,
  ) {
    expectOrder(wish);
    const contact = { name: contactName, phone: contactPhone };
    return context.write((tx) => this.service.request(tx, { ...wish, heads, contact }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => RequestSeriesDateResult, {
    description:
      'Asks for one date of a series that was left out or has fallen off; at its own time, or at another. A date that is asked for or booked is refused.',
  })
  requestSeriesDate(
    @Args('input', { description: 'Which date, and when.' })
    input: RequestSeriesDateInput,
    @Context() context: TenantContext,
  ) {
    const { seriesId, originalStart, contactName = null, contactPhone = null, amount = null } = input;
    const contact = { name: contactName, phone: contactPhone };
    const date = { originalStart, span: spanIn(input), amount, contact };
    return context.write((tx) => this.service.requestDate(tx, seriesId, date));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => ChangeSeriesResult, {
    description:
      'The requester changes dates of a series that have not begun. A text asks for no new answer. A time is judged like a request: inside what is confirmed it stays confirmed; elsewhere it is asked for anew by a booking that replaces it, and what is confirmed holds until then; a date that waits waits on where the new time is taken. Requests that have lapsed are left out. Nobody else’s booking is touched.',
  })
  changeSeries(
    @Args() { id, version, scope }: SeriesStep,
    @Args('input', { description: 'What is to be otherwise.' })
    { skipClashes, startsAt, endsAt, ...given }: ChangeSeriesInput,
    @Context() context: TenantContext,
  ) {
    const span = spanIn({ startsAt, endsAt });
    const text = textIn(given);
    if (!span && Object.keys(text).length === 0) {
      throw ApiError.badInput([{ path: 'input', message: SERIES_WORDS.nothingToChange }]);
    }
    return context.write((tx) =>
      this.changes.change(tx, { id, version, scope }, { span, text, skipClashes }),
    );
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => CancelSeriesResult, {
    description:
      'Ends dates of a series that have not begun, each by its state: what is confirmed is cancelled by either side, what is open is withdrawn by the requester or declined by the owner.',
  })
  cancelSeries(@Args() { remark, ...dates }: SeriesAnswer, @Context() context: TenantContext) {
    return context.write((tx) => this.changes.cancel(tx, dates, remark ?? null));
  }

  @ResolveField(() => BookingConnection, {
    description: 'Its dates as bookings, each with its state; by their dates by the rule.',
  })
  bookings(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it; for both sides and the committee of its network. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description:
      'What became of it in plain Chinese for a group chat, times in the zone of the network; never with contacts or phones.',
  })
  chatText(@Parent() series: BookingSeries, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeSeriesChat(tx, series));
  }
}

interface Times {
  startsAt?: Date | null | undefined;
  endsAt?: Date | null | undefined;
}

/** Null when no time is given. Throws BAD_USER_INPUT for half a span, or one that ends before it starts. */
function spanIn({ startsAt, endsAt }: Times): { startsAt: Date; endsAt: Date } | null {
  if (!startsAt && !endsAt) return null;
  if (!startsAt || !endsAt) {
    const path = startsAt ? 'input.endsAt' : 'input.startsAt';
    throw ApiError.badInput([{ path, message: SERIES_WORDS.bothTimes }]);
  }
  expectOrder({ startsAt, endsAt });
  return { startsAt, endsAt };
}

/** A purpose cannot be taken away, the number of persons can. */
function textIn({ purpose, heads }: { purpose?: string | null; heads?: number | null }): {
  purpose?: string;
  heads?: number | null;
} {
  return { ...(purpose && { purpose }), ...(heads !== undefined && { heads }) };
}
