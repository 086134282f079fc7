import { ApiError, expectState, found, Refused, refuseState } from '#graphql';
import { asCommittee, InvalidCode } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { MeetingAnswer } from '../answer/meeting-answer.entity.js';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { mayBegin, opensAt } from '../meeting/meeting.policy.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { AttendanceAct, AttendanceEntry, AttendanceWay } from './attendance-entry.entity.js';
import type { NoteAttendanceInput } from './attendance.inputs.js';
import { ATTENDANCE_WORDS } from './attendance.words.js';
import { isCurrentCode } from './check-in-code.js';
import { MeetingRoom } from './meeting-room.js';
import { MeetingSecret } from './meeting-secret.entity.js';
import { isPossible } from './room.js';

const { CALLED, IN_SESSION, CLOSED } = MeetingState;

/** Who comes and goes, by the code or as the committee sees it. What is noted is never changed, but struck out. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly room: MeetingRoom,
  ) {}

  /** The acting unit is here: it knows the code that is shown in the room. */
  async checkIn(tx: TenantTransaction, id: string, code: string, names: string[]): Promise<AttendanceEntry> {
    const { networkId } = found(await tx.find(Meeting, id));
    const [meeting, secret] = await asCommittee(tx, networkId, async () => [
      found(await tx.lock(Meeting, id)),
      await tx.find(MeetingSecret, id),
    ]);
    expectState(meeting, [CALLED, IN_SESSION], MEETING_STATES);
    expectOpen(tx, meeting);
    if (!isCurrentCode(found(secret).secret, code.normalize('NFKC'), tx.now))
      throw new Refused(new InvalidCode());
    const { unitId } = tx.actor;
    await this.expectInvited(tx, id, unitId);
    const passing = { unitId, act: AttendanceAct.ARRIVED, at: tx.now, names, way: AttendanceWay.CODE };
    const entry = await this.add(tx, meeting, passing);
    await asCommittee(tx, networkId, () => this.room.recount(tx, id));
    return entry;
  }

  /** By the committee, also for what was earlier; after the end too, as long as it was before that. */
  async note(tx: TenantTransaction, id: string, input: NoteAttendanceInput): Promise<AttendanceEntry> {
    const meeting = await this.meetings.take(tx, id);
    const { unitId, act, names } = input;
    const isExcuse = act === AttendanceAct.EXCUSED;
    expectState(meeting, [CALLED, IN_SESSION, CLOSED], MEETING_STATES);
    if (!isExcuse) expectOpen(tx, meeting);
    if (act !== AttendanceAct.ARRIVED && names.length > 0) {
      throw ApiError.badInput([{ path: 'input.names', message: ATTENDANCE_WORDS.namesOfThoseWhoCame }]);
    }
    await this.expectInvited(tx, id, unitId);
    const at = input.at ?? tx.now;
    const earliest = isExcuse ? found(meeting.calledAt) : opensAt(meeting);
    if (at > (meeting.closedAt ?? tx.now) || at < earliest) {
      throw ApiError.badInput([{ path: 'input.at', message: ATTENDANCE_WORDS.outsideMeeting }]);
    }
    const entry = await this.add(tx, meeting, { unitId, act, at, names, way: AttendanceWay.COMMITTEE });
    await this.room.recount(tx, id);
    return entry;
  }

  /** What was wrong stays readable, with the reason, and counts no more. */
  async strike(
    tx: TenantTransaction,
    id: string,
    { unitId, at, reason }: { unitId: string; at: Date; reason: string },
  ): Promise<AttendanceEntry> {
    const meeting = await this.meetings.take(tx, id);
    expectState(meeting, [CALLED, IN_SESSION, CLOSED], MEETING_STATES);
    const entries = await this.listOf(tx, id, unitId);
    const entry = found(entries.find((one) => one.at.getTime() === at.getTime()) ?? null);
    expectPossible(
      meeting,
      entries.filter((one) => one !== entry),
    );
    const struck = await tx.change(AttendanceEntry, entry, { struckAt: tx.now, strikeReason: reason });
    await this.room.recount(tx, id);
    return struck;
  }

  private async add(
    tx: TenantTransaction,
    meeting: Meeting,
    passing: Pick<AttendanceEntry, 'unitId' | 'act' | 'at' | 'way' | 'names'>,
  ): Promise<AttendanceEntry> {
    const { id: meetingId, networkId } = meeting;
    const known = await this.listOf(tx, meetingId, passing.unitId);
    expectPossible(meeting, [...known, passing]);
    const noted = { notedAt: tx.now, struckAt: null, strikeReason: null };
    return tx.insert(AttendanceEntry, { ...passing, ...noted, id: tx.newId(), meetingId, networkId });
  }

  private listOf(tx: TenantTransaction, meetingId: string, unitId: string): Promise<AttendanceEntry[]> {
    return tx.manager.findBy(AttendanceEntry, {
      regionId: tx.regionId,
      meetingId,
      unitId,
      struckAt: IsNull(),
    });
  }

  private async expectInvited(tx: TenantTransaction, meetingId: string, unitId: string): Promise<void> {
    const invited = { regionId: tx.regionId, meetingId, unitId, endedAt: IsNull() };
    if (!(await tx.manager.existsBy(MeetingAnswer, invited))) throw ApiError.notFound();
  }
}

function expectOpen(tx: TenantTransaction, meeting: Meeting): void {
  if (mayBegin(meeting, tx.now)) return;
  refuseState(meeting, ATTENDANCE_WORDS.notOpenYet);
}

function expectPossible({ state }: Meeting, passings: Parameters<typeof isPossible>[0]): void {
  if (!isPossible(passings)) refuseState({ state }, ATTENDANCE_WORDS.impossible);
}
