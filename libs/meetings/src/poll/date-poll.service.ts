import { ApiError, expectState, expectVersion, found, refuseState } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { readersWhenCalled } from '../invitation/when-called.js';
import { shiftedDeadline } from '../meeting/meeting-span.js';
import { MeetingState } from '../meeting/meeting.entity.js';
import { BY_HAND } from '../meeting/meeting.policy.js';
import { expectVenue } from '../booking/expect-venue.js';
import { MeetingBookings } from '../booking/meeting-bookings.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MeetingService } from '../meeting/meeting.service.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { DatePollSpan } from './date-poll-span.entity.js';
import { DatePollVenue } from './date-poll-venue.entity.js';
import { DatePoll, DatePollState } from './date-poll.entity.js';
import type { OpenDatePollInput, PollSpanInput, UpdateDatePollInput } from './date-poll.inputs.js';
import { DATE_POLL_STATES, DATE_POLL_WORDS } from './date-poll.words.js';
import { OpenPolls } from './open-polls.js';
import { NO_COUNTS } from './poll-counts.js';
import { PollRoll } from './poll-roll.js';
import { expectPollSpans } from './poll-spans.js';
import { expectZone } from './poll-zone.js';

const { OPEN, SETTLED } = DatePollState;

const VENUE_PATH = 'input.venueOfferId';

/** How a committee finds a date for a draft. Every step decides with the poll locked, and the meeting before it. */
@Injectable()
export class DatePollService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly service: MeetingService,
    private readonly polls: OpenPolls,
    private readonly roll: PollRoll,
    private readonly bookings: MeetingBookings,
  ) {}

  /** Whoever the draft is to invite is asked. From then on its date is found by hand, whatever series it came from. */
  async open(
    tx: TenantTransaction,
    meetingId: string,
    version: number,
    { spans, zone, until, venueOfferId = null }: OpenDatePollInput,
  ): Promise<DatePoll> {
    const known = await this.meetings.getOwn(tx, meetingId);
    const { invitedUnitIds } = await this.meetings.getCall(tx, meetingId);
    const { readers } = await readersWhenCalled(tx, known, invitedUnitIds);
    const said = { zone: zone ?? (await timeZoneOf(tx)), until };
    expectSaid(tx, said);
    expectPollSpans(tx, [], spans, 'input.spans');
    await expectVenue(tx, { networkId: known.networkId, offerId: venueOfferId }, VENUE_PATH);
    const meeting = await this.meetings.takeVersion(tx, meetingId, version);
    expectState(meeting, [MeetingState.DRAFT], MEETING_STATES);
    if (await this.polls.find(tx, meetingId)) refuseState(meeting, DATE_POLL_WORDS.anotherOpen);
    if (meeting.followsSeries) await this.meetings.change(tx, meeting, BY_HAND);
    const { networkId, title } = meeting;
    const poll = await tx.insert(DatePoll, {
      ...said,
      ...readers,
      id: tx.newId(),
      meetingId,
      networkId,
      title,
      state: OPEN,
      openedAt: tx.now,
      firstAnsweredAt: null,
      endedAt: null,
      calledOffAt: null,
      updatedAt: tx.now,
      version: 1,
    });
    await tx.insert(DatePollVenue, { id: poll.id, networkId, offerId: venueOfferId });
    await this.insertSpans(tx, poll, spans);
    return poll;
  }

  /** Its zone until somebody has answered; its deadline and the wanted venue as long as it is open. */
  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    { zone, until, venueOfferId }: UpdateDatePollInput,
  ): Promise<DatePoll> {
    const { poll } = await this.takeOpen(tx, id, version);
    const said = { zone: zone ?? poll.zone, until: until ?? poll.until };
    if (zone || until) expectSaid(tx, { ...said, until: until ?? null });
    if (said.zone !== poll.zone && poll.firstAnsweredAt) refuseState(poll, DATE_POLL_WORDS.zoneFixed);
    if (venueOfferId !== undefined) {
      await expectVenue(tx, { networkId: poll.networkId, offerId: venueOfferId }, VENUE_PATH);
      await tx.change(DatePollVenue, found(await tx.find(DatePollVenue, id)), { offerId: venueOfferId });
    }
    return tx.update(DatePoll, poll, { ...said, updatedAt: tx.now });
  }

  /** Who has answered has not answered these. */
  async addSpans(
    tx: TenantTransaction,
    id: string,
    version: number,
    spans: readonly PollSpanInput[],
  ): Promise<DatePoll> {
    const { poll } = await this.takeOpen(tx, id, version);
    const known = (await this.roll.listSpans(tx, id)).filter(({ struckAt }) => !struckAt);
    expectPollSpans(tx, known, spans, 'spans');
    await this.insertSpans(tx, poll, spans);
    return tx.update(DatePoll, poll, { updatedAt: tx.now });
  }

  /** Whatever was answered of it stays on record. */
  async strike(tx: TenantTransaction, id: string, version: number, spanId: string): Promise<DatePoll> {
    const { poll, span } = await this.takeSpan(tx, id, version, spanId);
    await tx.change(DatePollSpan, span, { struckAt: tx.now });
    return tx.update(DatePoll, poll, { updatedAt: tx.now });
  }

  /** The draft is at that time from now on; items are proposed until as long before its start as they were. */
  async settle(tx: TenantTransaction, id: string, version: number, spanId: string): Promise<DatePoll> {
    // The draft's bookings go along: they are locked before it.
    await this.bookings.hold(tx, (await this.getOwn(tx, id)).meetingId);
    const { poll, span, meeting } = await this.takeSpan(tx, id, version, spanId);
    if (span.startsAt <= tx.now) refuseState(poll, DATE_POLL_WORDS.spanIsPast);
    const settled = await tx.update(DatePoll, poll, { state: SETTLED, endedAt: tx.now, updatedAt: tx.now });
    await tx.change(DatePollSpan, span, { chosenAt: tx.now });
    const { startsAt, endsAt } = span;
    const call = await this.meetings.getCall(tx, meeting.id);
    const agendaDeadline = shiftedDeadline(call.agendaDeadline, meeting.startsAt, startsAt);
    await this.service.update(tx, meeting.id, meeting.version, { startsAt, endsAt, agendaDeadline });
    return settled;
  }

  async close(tx: TenantTransaction, id: string, version: number): Promise<DatePoll> {
    const { poll, meeting } = await this.takeOpen(tx, id, version);
    return this.polls.close(tx, poll, meeting);
  }

  private async insertSpans(
    tx: TenantTransaction,
    poll: DatePoll,
    spans: readonly PollSpanInput[],
  ): Promise<void> {
    const { id: pollId, meetingId, networkId, openNetworkId, readerUnitIds } = poll;
    const values = { pollId, meetingId, networkId, openNetworkId, readerUnitIds, addedAt: tx.now };
    const fresh = { ...NO_COUNTS, struckAt: null, chosenAt: null };
    await tx.insertAll(
      DatePollSpan,
      spans.map(({ startsAt, endsAt }) => ({ ...values, ...fresh, id: tx.newId(), startsAt, endsAt })),
    );
  }

  /** NOT_FOUND for what the actor does not see, FORBIDDEN unless the actor is its committee. */
  private async getOwn(tx: TenantTransaction, id: string): Promise<DatePoll> {
    const poll = found(await tx.find(DatePoll, id));
    if (!tx.actor.convenedNetworkIds.includes(poll.networkId)) throw ApiError.forbidden();
    return poll;
  }

  private async takeOpen(tx: TenantTransaction, id: string, version: number) {
    const { meetingId } = await this.getOwn(tx, id);
    const meeting = await this.meetings.take(tx, meetingId);
    const poll = found(await tx.lock(DatePoll, id));
    expectVersion(poll, version);
    expectState(poll, [OPEN], DATE_POLL_STATES);
    return { poll, meeting };
  }

  /** With one of its spans, which is not struck. */
  private async takeSpan(tx: TenantTransaction, id: string, version: number, spanId: string) {
    const taken = await this.takeOpen(tx, id, version);
    const span = found(await tx.find(DatePollSpan, spanId));
    if (span.pollId !== id) throw ApiError.notFound();
    if (span.struckAt) refuseState(taken.poll, DATE_POLL_WORDS.spanStruck);
    return { ...taken, span };
  }
}

/** @throws ApiError BAD_USER_INPUT for what is no zone, and a deadline that has passed */
function expectSaid(tx: TenantTransaction, { zone, until }: { zone: string; until: Date | null }): void {
  expectZone(zone);
  if (until && until <= tx.now) {
    throw ApiError.badInput([{ path: 'input.until', message: DATE_POLL_WORDS.untilPassed }]);
  }
}
