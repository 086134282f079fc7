import { localDayOf } from '#calendar';
import { ApiError, expectState, found } from '#graphql';
import { expectTakesPart, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AgendaService } from '../agenda/agenda.service.js';
import { AnswerRoll } from '../answer/answer-roll.js';
import { AttendanceAct, AttendanceEntry, AttendanceWay } from '../attendance/attendance-entry.entity.js';
import { MeetingRoom } from '../attendance/meeting-room.js';
import { MeetingBookings } from '../booking/meeting-bookings.js';
import type { WantedOffer } from '../booking/offer-standing.js';
import { placeAlong, placeSaid } from '../booking/venue-place.js';
import { changesOf, draftOf } from '../meeting/meeting.draft.js';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { MeetingRepository, type CallChange } from '../meeting/meeting.repository.js';
import { expectChosen, readersWhenCalled } from '../invitation/when-called.js';
import { MeetingService, OF_NO_SERIES } from '../meeting/meeting.service.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { MeetingSeries } from '../series/meeting-series.entity.js';
import { periodOf } from '../series/series-days.js';
import { expectPast } from './past-meeting.js';
import type { RecordedAttendanceInput, RecordMeetingInput } from './record-meeting.inputs.js';
import { MEETING_RECORD_WORDS } from './record.words.js';

const { DRAFT, CLOSED } = MeetingState;

/** After the fact (补录): a meeting that was held before anybody called it here. Nothing of votes is made up for it. */
@Injectable()
export class MeetingRecord {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly service: MeetingService,
    private readonly agenda: AgendaService,
    private readonly roll: AnswerRoll,
    private readonly room: MeetingRoom,
    private readonly bookings: MeetingBookings,
  ) {}

  /** For those who belong to the network now: it is to them that it is shown. */
  async record(tx: TenantTransaction, past: RecordMeetingInput): Promise<Meeting> {
    const { networkId } = past;
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.notFound();
    await expectTakesPart(tx, [networkId]);
    expectPast(tx.now, past);
    await expectChosen(tx, past, past.unitIds);
    const { invited, readers } = await readersWhenCalled(
      tx,
      { networkId, kind: past.kind, state: DRAFT },
      past.unitIds,
    );
    const isInvited = (id: string) => readers.readerUnitIds.includes(id);
    const stranger = past.attendance.findIndex(({ unitId }) => !isInvited(unitId));
    if (stranger >= 0) throw ApiError.notFound(`input.attendance.${stranger}.unitId`);
    const { values, call } = changesOf(past);
    const wanted = past.draftId ? await this.bookings.hold(tx, past.draftId) : [];
    const meeting = await this.takeDraft(tx, past);
    const place = await this.placeOf(tx, meeting, past, await this.bookings.keepHeld(tx, wanted, past));
    await this.agenda.talkedAbout(tx, meeting, past.items);
    await this.roll.invite(tx, meeting, invited);
    const held = await this.meetings.change(
      tx,
      meeting,
      { ...values, ...readers, ...heldAt(tx, past) },
      { ...call, ...place, invitedUnitIds: readers.readerUnitIds },
    );
    await tx.insertAll(
      AttendanceEntry,
      past.attendance.flatMap((one) => entriesOf(tx, held, one)),
    );
    await this.room.recount(tx, held.id);
    return held;
  }

  /** As it was said; else where it was to be is where it was only if that was said, or booked for that time. */
  private async placeOf(
    tx: TenantTransaction,
    { id }: Meeting,
    { location }: RecordMeetingInput,
    used: readonly WantedOffer[],
  ): Promise<CallChange> {
    if (location !== undefined) return placeSaid(tx, location, used);
    return placeAlong(tx, await this.meetings.getCall(tx, id), used);
  }

  /** The one whose place it takes, locked, or one of its own. */
  private async takeDraft(tx: TenantTransaction, past: RecordMeetingInput): Promise<Meeting> {
    if (!past.draftId) {
      const { values, call } = draftOf(past);
      return this.service.draft(tx, { values: { ...values, ...OF_NO_SERIES }, call });
    }
    const draft = await this.meetings.take(tx, past.draftId);
    if (draft.networkId !== past.networkId) throw ApiError.notFound('input.draftId');
    expectState(draft, [DRAFT], MEETING_STATES);
    if (draft.kind !== past.kind) throw badDraft(MEETING_RECORD_WORDS.otherKind);
    if (draft.seriesId) await expectPeriod(tx, draft, past.startsAt);
    return draft;
  }
}

/** What stands in the place of a period was held in it. */
async function expectPeriod(
  tx: TenantTransaction,
  { seriesId, originalDay }: Meeting,
  startsAt: Date,
): Promise<void> {
  const { every } = found(await tx.find(MeetingSeries, found(seriesId)));
  const heldOn = localDayOf(startsAt, await timeZoneOf(tx));
  const ownDay = Temporal.PlainDate.from(found(originalDay));
  if (periodOf(every, heldOn) !== periodOf(every, ownDay)) throw badDraft(MEETING_RECORD_WORDS.otherPeriod);
}

function badDraft(message: (typeof MEETING_RECORD_WORDS)['otherKind']): ApiError {
  return ApiError.badInput([{ path: 'input.draftId', message }]);
}

/** It is read from now on, whenever it was held. */
function heldAt({ now }: TenantTransaction, { startsAt, endsAt }: RecordMeetingInput) {
  return {
    state: CLOSED,
    isProvisional: false,
    followsSeries: false,
    round: 1,
    calledAt: now,
    begunAt: startsAt,
    closedAt: endsAt,
    recordedAt: now,
  };
}

function entriesOf(
  tx: TenantTransaction,
  { id: meetingId, networkId, startsAt }: Meeting,
  { unitId, names, arrivedAt, leftAt }: RecordedAttendanceInput,
) {
  const noted = { notedAt: tx.now, struckAt: null, strikeReason: null, way: AttendanceWay.COMMITTEE };
  const entry = (act: AttendanceAct, at: Date, who: string[]) => ({
    ...noted,
    id: tx.newId(),
    meetingId,
    networkId,
    unitId,
    act,
    at,
    names: who,
  });
  const came = entry(AttendanceAct.ARRIVED, arrivedAt ?? startsAt, names);
  return leftAt ? [came, entry(AttendanceAct.LEFT, leftAt, [])] : [came];
}
