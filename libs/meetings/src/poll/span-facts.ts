import { loadDayCalendar, localDayOf, writeChineseSpan } from '#calendar';
import { found } from '#graphql';
import { timeZoneOf } from '#network';
import { Offer, VenueTimes, type CalendarDayObject, type VenueTime } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DatePollSpan } from './date-poll-span.entity.js';
import { DatePollVenue } from './date-poll-venue.entity.js';
import { DatePoll } from './date-poll.entity.js';
import { PollRoll } from './poll-roll.js';

type TimesOfPoll = ReadonlyMap<string, VenueTime>;

const NONE: TimesOfPoll = new Map();

/** What stands beside a span besides its answers. */
@Injectable()
export class SpanFacts {
  /** The venue is judged once for all spans of a poll. */
  private readonly venues = new WeakMap<TenantTransaction, Map<string, Promise<TimesOfPoll>>>();

  constructor(
    private readonly roll: PollRoll,
    private readonly times: VenueTimes,
  ) {}

  async write(tx: TenantTransaction, span: DatePollSpan): Promise<string> {
    return writeChineseSpan(span, found(await tx.find(DatePoll, span.pollId)).zone);
  }

  /** The day of its start where the network is, whose days off count, whichever zone the poll shows. */
  async dayOf(tx: TenantTransaction, { startsAt }: DatePollSpan): Promise<CalendarDayObject> {
    const day = localDayOf(startsAt, await timeZoneOf(tx));
    const calendar = await loadDayCalendar((sql, parameters) => tx.query(sql, parameters));
    return { day: day.toString(), ...calendar.classOf(day) };
  }

  /** Null where none is wanted, where it is not published to the network any more, and for those asked. */
  async venueAt(tx: TenantTransaction, { id, pollId }: DatePollSpan): Promise<VenueTime | null> {
    const known = this.venues.get(tx) ?? new Map<string, Promise<TimesOfPoll>>();
    this.venues.set(tx, known);
    const times = known.get(pollId) ?? this.judge(tx, pollId);
    known.set(pollId, times);
    return (await times).get(id) ?? null;
  }

  private async judge(tx: TenantTransaction, pollId: string): Promise<TimesOfPoll> {
    const wanted = await tx.find(DatePollVenue, pollId);
    const offer = wanted?.offerId ? await tx.find(Offer, wanted.offerId) : null;
    if (!wanted || !offer) return NONE;
    const spans = await this.roll.listSpans(tx, pollId);
    const times = await this.times.judge(tx, offer, wanted.networkId, spans);
    return new Map(times.map((time, at) => [spans[at]?.id ?? '', time]));
  }
}
