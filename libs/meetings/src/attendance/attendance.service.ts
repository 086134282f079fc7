import { ApiError, expectState, found, Refused, refuseState } from '#graphql';
import { asCommittee, InvalidCode } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { MeetingAnswer } from '../answer/meeting-answer.entity.js';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import { listRepresented, type Voters, votersAt } from '../motion/voters.js';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { mayBegin, opensAt } from '../meeting/meeting.policy.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { AttendanceAct, AttendanceEntry, AttendanceWay } from './attendance-entry.entity.js';
import type { NoteAttendanceInput } from './attendance.inputs.js';
import { ATTENDANCE_WORDS } from './attendance.words.js';
import { isCurrentCode } from './check-in-code.js';
import { MeetingSecret } from './meeting-secret.entity.js';
import { isPossible, presentAt } from './room.js';

const { CALLED, IN_SESSION, CLOSED } = MeetingState;

/** Who is in the room, guests too, and who casts the vote of each unit that may. */
export interface Room {
  readonly present: readonly string[];
  readonly voters: Voters;
}

/** Who comes and goes, by the code or as the committee sees it. What is noted is never changed, but struck out. */
@Injectable()
export class AttendanceService {
  constructor(private readonly meetings: MeetingRepository) {}

  /** The acting unit is here: it knows the code that is shown in the room. */
  async checkIn(tx: TenantTransaction, id: string, code: string, names: string[]): Promise<AttendanceEntry> {
    const { networkId } = found(await tx.find(Meeting, id));
    const [meeting, secret] = await asCommittee(tx, networkId, async () => [
      found(await tx.lock(Meeting, id)),
      await tx.find(MeetingSecret, id),
    ]);
    expectOpen(tx, meeting, [CALLED, IN_SESSION]);
    if (!isCurrentCode(found(secret).secret, code, tx.now)) throw new Refused(new InvalidCode());
    const { unitId } = tx.actor;
    await this.expectInvited(tx, id, unitId);
    const passing = { unitId, act: AttendanceAct.ARRIVED, at: tx.now, names, way: AttendanceWay.CODE };
    const entry = await this.add(tx, meeting, passing);
    await asCommittee(tx, networkId, () => this.recount(tx, id));
    return entry;
  }

  /** By the committee, also for what was earlier; after the end too, as long as it was before that. */
  async note(tx: TenantTransaction, id: string, input: NoteAttendanceInput): Promise<AttendanceEntry> {
    const meeting = await this.meetings.take(tx, id);
    expectOpen(tx, meeting, [CALLED, IN_SESSION, CLOSED]);
    const { unitId, act, names } = input;
    await this.expectInvited(tx, id, unitId);
    const at = input.at ?? tx.now;
    if (at > (meeting.closedAt ?? tx.now) || at < opensAt(meeting)) {
      throw ApiError.badInput([{ path: 'input.at', message: ATTENDANCE_WORDS.outsideMeeting }]);
    }
    const entry = await this.add(tx, meeting, { unitId, act, at, names, way: AttendanceWay.COMMITTEE });
    await this.recount(tx, id);
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
    await this.recount(tx, id);
    return struck;
  }

  /**
   * As it is known now, with a vote for these units; everybody has gone when the meeting is closed. With the rights of
   * the committee.
   */
  async roomAt(
    tx: TenantTransaction,
    meetingId: string,
    entitled: readonly string[],
    instant: Date,
  ): Promise<Room> {
    const { closedAt } = found(await tx.find(Meeting, meetingId));
    if (closedAt && instant >= closedAt) {
      return { present: [], voters: new Map(entitled.map((id) => [id, null])) };
    }
    const where = { regionId: tx.regionId, meetingId };
    const passings = await tx.manager.findBy(AttendanceEntry, { ...where, struckAt: IsNull() });
    const answers = await tx.manager.findBy(MeetingAnswer, { ...where, proxyUnitId: Not(IsNull()) });
    const proxies = answers.flatMap(({ unitId, proxyUnitId, answeredAt: givenAt }) =>
      proxyUnitId && givenAt ? [{ unitId, proxyUnitId, givenAt }] : [],
    );
    return {
      present: presentAt(passings, instant),
      voters: votersAt({ entitled, passings, proxies }, instant),
    };
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

  /** What all who are invited read of the room. */
  private async recount(tx: TenantTransaction, meetingId: string): Promise<void> {
    const where = { regionId: tx.regionId, meetingId, isCounted: true, endedAt: IsNull() };
    const counted = (await tx.manager.findBy(MeetingAnswer, where)).map(({ unitId }) => unitId);
    const { voters } = await this.roomAt(tx, meetingId, counted, tx.now);
    const representedCount = listRepresented(voters).length;
    const takingPart = [...voters.values()].filter((voter) => voter !== null).length;
    await tx.change(MeetingCall, found(await tx.find(MeetingCall, meetingId)), {
      presentCount: takingPart - representedCount,
      representedCount,
    });
  }
}

function expectOpen(tx: TenantTransaction, meeting: Meeting, states: MeetingState[]): void {
  expectState(meeting, states, MEETING_STATES);
  if (mayBegin(meeting, tx.now)) return;
  refuseState(meeting, ATTENDANCE_WORDS.notOpenYet);
}

function expectPossible({ state }: Meeting, passings: Parameters<typeof isPossible>[0]): void {
  if (!isPossible(passings)) refuseState({ state }, ATTENDANCE_WORDS.impossible);
}
