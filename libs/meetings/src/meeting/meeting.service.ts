import { ApiError, expectState, found, refuseState } from '#graphql';
import { expectTakesPart, Network } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { AnswerRoll } from '../answer/answer-roll.js';
import { ATTENDANCE_WORDS } from '../attendance/attendance.words.js';
import { MeetingRoom } from '../attendance/meeting-room.js';
import { MeetingSecret } from '../attendance/meeting-secret.entity.js';
import { MeetingBookings } from '../booking/meeting-bookings.js';
import type { WantedOffer } from '../booking/offer-standing.js';
import { placeSaid } from '../booking/venue-place.js';
import { expectChosen, readersWhenCalled, type WhenCalled } from '../invitation/when-called.js';
import { Motion, MotionState } from '../motion/motion.entity.js';
import { MOTION_WORDS } from '../motion/motion.words.js';
import { MeetingMove } from '../move/meeting-move.entity.js';
import { MeetingCall } from './meeting-call.entity.js';
import { expectDeadline, expectSpan, isSameTime, shiftedDeadline } from './meeting-span.js';
import { NOBODY, readersOf } from './meeting-readers.js';
import { changesOf, type MeetingDraft, type SeriesDraft } from './meeting.draft.js';
import { Meeting, MeetingState } from './meeting.entity.js';
import type { MoveMeetingInput, UpdateMeetingInput } from './meeting.inputs.js';
import { AHEAD_STATES, BY_HAND, mayBegin } from './meeting.policy.js';
import {
  MeetingRepository,
  NOT_BY_ITSELF,
  type CallChange,
  type MeetingChange,
} from './meeting.repository.js';
import { MEETING_STATES, MEETING_WORDS } from './meeting.words.js';

const { DRAFT, CALLED, IN_SESSION, CLOSED, CANCELLED } = MeetingState;

/** From the draft to the end of a meeting. Every step is the committee's, and decides with the meeting locked. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly roll: AnswerRoll,
    private readonly room: MeetingRoom,
    private readonly bookings: MeetingBookings,
  ) {}

  /** A draft that nobody outside the committee can see. */
  async create(tx: TenantTransaction, { values, call }: MeetingDraft): Promise<Meeting> {
    const { networkId } = values;
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.notFound();
    await expectTakesPart(tx, [networkId]);
    await expectChosen(tx, values, call.invitedUnitIds);
    expectSpan(tx, values);
    expectDeadline(call.agendaDeadline, values);
    return this.draft(tx, { values: { ...values, ...OF_NO_SERIES }, call });
  }

  /** As it was said, whoever said it. */
  async draft(tx: TenantTransaction, { values, call }: SeriesDraft): Promise<Meeting> {
    const meeting = await tx.insert(Meeting, {
      ...values,
      ...UNTOUCHED,
      ...NOBODY,
      id: tx.newId(),
      updatedAt: tx.now,
    });
    await tx.insert(MeetingCall, {
      ...call,
      ...NOBODY,
      ...UNCOUNTED,
      ...NOT_BY_ITSELF,
      locationFollows: false,
      id: meeting.id,
      networkId: meeting.networkId,
      told: null,
      cancelReason: null,
    });
    return meeting;
  }

  /** Said anew without asking anybody again; the time of what is called changes by moving it. */
  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    input: UpdateMeetingInput,
  ): Promise<Meeting> {
    const { values, call } = changesOf(input);
    const known = await this.meetings.getOwn(tx, id);
    if (call.invitedUnitIds) await expectChosen(tx, known, call.invitedUnitIds);
    const wanted = await this.bookings.hold(tx, id);
    const meeting = await this.meetings.takeVersion(tx, id, version);
    expectState(meeting, AHEAD_STATES, MEETING_STATES);
    expectFixed(meeting, values, call);
    Object.assign(call, await placeSaid(tx, input.location, wanted));
    if (values.startsAt ?? values.endsAt) Object.assign(values, BY_HAND);
    const { startsAt = meeting.startsAt, endsAt = meeting.endsAt } = values;
    const span = { startsAt, endsAt };
    if (values.startsAt ?? values.endsAt) expectSpan(tx, span);
    const { agendaDeadline = (await this.meetings.getCall(tx, id)).agendaDeadline } = call;
    expectDeadline(agendaDeadline, span);
    if (values.startsAt ?? values.endsAt) await this.bookings.follow(tx, meeting, span, wanted);
    if (!call.invitedUnitIds || meeting.state === DRAFT)
      return this.meetings.change(tx, meeting, values, call);
    const { invited, readers } = await readersWhenCalled(tx, meeting, call.invitedUnitIds);
    const invitedUnitIds = readers.readerUnitIds;
    await this.roll.invite(tx, meeting, invited);
    return this.meetings.change(tx, meeting, { ...values, ...readers }, { ...call, invitedUnitIds });
  }

  /** The secretary calls it: those invited read it from now on, and are asked whether they come. */
  async call(tx: TenantTransaction, id: string, version: number): Promise<Meeting> {
    const known = await this.meetings.getOwn(tx, id);
    const { invitedUnitIds: chosen } = await this.meetings.getCall(tx, id);
    const called = await readersWhenCalled(tx, known, chosen);
    const wanted = await this.bookings.hold(tx, id);
    const meeting = await this.meetings.takeVersion(tx, id, version);
    return this.carryOutCall(tx, meeting, called, () =>
      this.bookings.complete(tx, meeting, wanted, tx.actor.unitId),
    );
  }

  /** By the last word that it waited for, in the name of the committee and with all of it locked. */
  async callByItself(
    tx: TenantTransaction,
    meeting: Meeting,
    chosen: readonly string[],
    wanted: readonly WantedOffer[],
  ): Promise<Meeting> {
    const called = await readersWhenCalled(tx, meeting, chosen);
    const { convenerUnitId } = found(await tx.find(Network, meeting.networkId));
    return this.carryOutCall(tx, meeting, called, () =>
      this.bookings.complete(tx, meeting, wanted, convenerUnitId),
    );
  }

  private async carryOutCall(
    tx: TenantTransaction,
    meeting: Meeting,
    { invited, readers }: WhenCalled,
    book: () => Promise<void>,
  ): Promise<Meeting> {
    const { id, networkId } = meeting;
    expectState(meeting, [DRAFT], MEETING_STATES);
    if (meeting.startsAt <= tx.now) refuseState(meeting, MEETING_WORDS.inThePast);
    expectDeadline((await this.meetings.getCall(tx, id)).agendaDeadline, meeting);
    await book();
    await tx.insert(MeetingSecret, { id, networkId, secret: tx.newId() });
    await this.roll.invite(tx, meeting, invited);
    const step = { ...BY_HAND, state: CALLED, calledAt: tx.now, round: 1 };
    const call = { invitedUnitIds: readers.readerUnitIds };
    return this.meetings.change(tx, meeting, { ...step, ...readers }, call);
  }

  /** To another time: how it was stays on record, and units are asked anew. */
  async move(tx: TenantTransaction, id: string, version: number, input: MoveMeetingInput): Promise<Meeting> {
    const { networkId } = await this.meetings.getOwn(tx, id);
    await expectTakesPart(tx, [networkId]);
    const wanted = await this.bookings.hold(tx, id);
    const meeting = await this.meetings.takeVersion(tx, id, version);
    expectState(meeting, [CALLED], MEETING_STATES);
    const { startsAt, endsAt, reason } = input;
    expectSpan(tx, input);
    if (isSameTime(meeting, input)) {
      throw ApiError.badInput([{ path: 'input.startsAt', message: MEETING_WORDS.sameTime }]);
    }
    const call = await this.meetings.getCall(tx, id);
    const { agendaDeadline = shiftedDeadline(call.agendaDeadline, meeting.startsAt, startsAt) } = input;
    expectDeadline(agendaDeadline, input);
    const round = meeting.round + 1;
    await tx.insert(MeetingMove, {
      ...readersOf(meeting),
      id: tx.newId(),
      meetingId: id,
      networkId,
      round,
      fromStartsAt: meeting.startsAt,
      fromEndsAt: meeting.endsAt,
      toStartsAt: startsAt,
      toEndsAt: endsAt,
      reason,
      movedAt: tx.now,
    });
    await this.room.strikeAll(tx, id, ATTENDANCE_WORDS.moved.zh);
    await this.roll.askAgain(tx, id);
    await this.bookings.follow(tx, meeting, { startsAt, endsAt }, wanted);
    const place = await placeSaid(tx, input.location, wanted);
    return this.meetings.change(tx, meeting, { startsAt, endsAt, round }, { agendaDeadline, ...place });
  }

  /** Of what was never called nobody is told. */
  async cancel(tx: TenantTransaction, id: string, version: number, cancelReason: string): Promise<Meeting> {
    await this.meetings.getOwn(tx, id);
    const wanted = await this.bookings.hold(tx, id);
    const meeting = await this.meetings.takeVersion(tx, id, version);
    expectState(meeting, AHEAD_STATES, MEETING_STATES);
    await this.bookings.free(tx, wanted);
    return this.meetings.change(
      tx,
      meeting,
      { ...BY_HAND, state: CANCELLED, cancelledAt: tx.now },
      { cancelReason },
    );
  }

  async begin(tx: TenantTransaction, id: string, version: number): Promise<Meeting> {
    const meeting = await this.meetings.takeVersion(tx, id, version);
    expectState(meeting, [CALLED], MEETING_STATES);
    if (!mayBegin(meeting, tx.now)) refuseState(meeting, MEETING_WORDS.tooEarly);
    const begun = await this.meetings.change(tx, meeting, { state: IN_SESSION, begunAt: tx.now });
    await this.room.countMonth(tx, id);
    return begun;
  }

  /** What nobody has answered by then comes too late: it is withdrawn. */
  async close(tx: TenantTransaction, id: string, version: number): Promise<Meeting> {
    await this.meetings.getOwn(tx, id);
    const wanted = await this.bookings.hold(tx, id);
    const meeting = await this.meetings.takeVersion(tx, id, version);
    expectState(meeting, [IN_SESSION], MEETING_STATES);
    const open = { regionId: tx.regionId, meetingId: id, state: MotionState.OPEN };
    if (await tx.manager.existsBy(Motion, open)) refuseState(meeting, MOTION_WORDS.voteOpen);
    await this.bookings.withdrawUnanswered(tx, wanted);
    return this.meetings.change(tx, meeting, { state: CLOSED, closedAt: tx.now });
  }
}

const UNTOUCHED = {
  state: DRAFT,
  round: 0,
  calledAt: null,
  begunAt: null,
  closedAt: null,
  cancelledAt: null,
  recordedAt: null,
  version: 1,
} as const;

export const OF_NO_SERIES = { seriesId: null, originalDay: null, isProvisional: false, followsSeries: false };

const UNCOUNTED = {
  acceptedCount: 0,
  declinedCount: 0,
  tentativeCount: 0,
  proxyCount: 0,
  presentCount: 0,
  representedCount: 0,
};

function expectFixed({ state }: Meeting, values: MeetingChange, call: CallChange): void {
  if (state === DRAFT) return;
  if (values.startsAt ?? values.endsAt) refuseState({ state }, MEETING_WORDS.moveInstead);
  if (call.quorumRule) refuseState({ state }, MEETING_WORDS.quorumFixed);
}
