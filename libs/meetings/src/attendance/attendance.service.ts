import { isCurrentCode } from '#checkin';
import { ApiError, expectState, found, Refused, refuseState } from '#graphql';
import { asCommittee, InvalidCode } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { MeetingAnswer } from '../answer/meeting-answer.entity.js';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { LIVE_STATES, mayBegin, opensAt } from '../meeting/meeting.policy.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { AttendanceAct, AttendanceEntry, AttendanceWay } from './attendance-entry.entity.js';
import { MOST_NAMES, type NoteAttendanceInput } from './attendance.inputs.js';
import { ATTENDANCE_WORDS } from './attendance.words.js';
import { MeetingRoom } from './meeting-room.js';
import { MeetingSecret } from './meeting-secret.entity.js';
import { isPossible } from './room.js';

const { CALLED, IN_SESSION, CLOSED } = MeetingState;

/** Who comes and goes, by the code or as the committee sees it. What is noted is struck out, never changed but for a name added. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly room: MeetingRoom,
  ) {}

  /** The acting unit is here: it knows the code that is shown in the room. Whoever follows adds a name to the first. */
  async checkIn(tx: TenantTransaction, id: string, code: string, names: string[]): Promise<AttendanceEntry> {
    const { networkId } = found(await tx.find(Meeting, id));
    const [meeting, secret] = await asCommittee(tx, networkId, async () => [
      await this.meetings.takeInvited(tx, { meetingId: id, networkId }),
      await tx.find(MeetingSecret, id),
    ]);
    expectState(meeting, LIVE_STATES, MEETING_STATES);
    expectOpen(tx, meeting);
    if (!isCurrentCode(found(secret).secret, code.normalize('NFKC'), tx.now))
      throw new Refused(new InvalidCode(ATTENDANCE_WORDS.codeNotShown));
    const { unitId } = tx.actor;
    await this.getInvited(tx, id, unitId);
    const here = findHere(await this.listOf(tx, id, unitId));
    if (here) return asCommittee(tx, networkId, () => this.addNames(tx, here, names));
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
    await this.getInvited(tx, id, unitId);
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
    const answer = await this.getInvited(tx, meetingId, passing.unitId);
    const noted = {
      names: namesOf(passing, known, answer),
      notedAt: tx.now,
      struckAt: null,
      strikeReason: null,
    };
    return tx.insert(AttendanceEntry, { ...passing, ...noted, id: tx.newId(), meetingId, networkId });
  }

  /** What else was noted stays. @throws ApiError BAD_USER_INPUT for more than a sheet has room for */
  private async addNames(
    tx: TenantTransaction,
    entry: AttendanceEntry,
    said: readonly string[],
  ): Promise<AttendanceEntry> {
    const names = [...new Set([...entry.names, ...said])];
    if (names.length === entry.names.length) return entry;
    if (names.length > MOST_NAMES) {
      throw ApiError.badInput([{ path: 'names', message: ATTENDANCE_WORDS.tooManyNames }]);
    }
    return tx.change(AttendanceEntry, entry, { names });
  }

  private listOf(tx: TenantTransaction, meetingId: string, unitId: string): Promise<AttendanceEntry[]> {
    return tx.manager.findBy(AttendanceEntry, {
      regionId: tx.regionId,
      meetingId,
      unitId,
      struckAt: IsNull(),
    });
  }

  /** @throws ApiError NOT_FOUND for a unit that is not invited */
  private async getInvited(tx: TenantTransaction, meetingId: string, unitId: string): Promise<MeetingAnswer> {
    const invited = { regionId: tx.regionId, meetingId, unitId, endedAt: IsNull() };
    return found(await tx.manager.findOneBy(MeetingAnswer, invited));
  }
}

/** By which the unit came, if it is in the room. */
function findHere(entries: readonly AttendanceEntry[]): AttendanceEntry | null {
  const last = entries.toSorted((one, other) => one.at.getTime() - other.at.getTime()).at(-1);
  return last?.act === AttendanceAct.ARRIVED ? last : null;
}

/** Whoever came unnamed is whom its unit announced, unless somebody was named before. */
function namesOf(
  { act, names }: Pick<AttendanceEntry, 'act' | 'names'>,
  known: readonly AttendanceEntry[],
  { comers, substitute }: MeetingAnswer,
): string[] {
  const isNamed = names.length > 0 || known.some((one) => one.names.length > 0);
  if (act !== AttendanceAct.ARRIVED || isNamed) return names;
  return [...new Set([...comers, ...(substitute ? [substitute] : [])])];
}

function expectOpen(tx: TenantTransaction, meeting: Meeting): void {
  if (mayBegin(meeting, tx.now)) return;
  refuseState(meeting, ATTENDANCE_WORDS.notOpenYet);
}

function expectPossible({ state }: Meeting, passings: Parameters<typeof isPossible>[0]): void {
  if (!isPossible(passings)) refuseState({ state }, ATTENDANCE_WORDS.impossible);
}
