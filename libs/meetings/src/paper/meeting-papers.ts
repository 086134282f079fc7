import type { Paper } from '#print';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { AttendanceSheet } from '../attendance/attendance-sheet.js';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { MinutesRecords } from '../minutes/minutes-records.js';
import { Minutes } from '../minutes/minutes.entity.js';
import { readCallFacts } from './call-facts.js';
import { callPaper } from './call-paper.js';
import { readMinutesFacts } from './minutes-facts.js';
import { minutesPaper } from './minutes-paper.js';
import { PaperKind } from './paper-kind.js';
import { readSignInFacts } from './sign-in-facts.js';
import { signInPaper } from './sign-in-paper.js';

/** Official papers of meetings. Each is there for whoever reads what it prints; of a cancelled meeting there is none. */
@Injectable()
export class MeetingPapers {
  constructor(
    private readonly sheet: AttendanceSheet,
    private readonly records: MinutesRecords,
  ) {}

  /** Null alike for what does not exist and for what the actor may not read. */
  async find(tx: TenantTransaction, kind: PaperKind, meetingId: string): Promise<Paper | null> {
    const meeting = await tx.find(Meeting, meetingId);
    if (!meeting) return null;
    if (kind === PaperKind.MINUTES) {
      const minutes = await findMinutes(tx, meeting);
      if (!minutes) return null;
      return minutesPaper(await readMinutesFacts(tx, meeting, minutes, await this.records.of(tx, minutes)));
    }
    const call = await findCall(tx, meeting);
    if (!call) return null;
    if (kind === PaperKind.CALL)
      return isCalledHere(meeting) ? callPaper(await readCallFacts(tx, meeting, call)) : null;
    if (!isSigned(tx, meeting)) return null;
    return signInPaper(await readSignInFacts(tx, meeting, call, this.sheet));
  }

  /** Which of them are there. */
  async list(tx: TenantTransaction, meeting: Meeting): Promise<PaperKind[]> {
    const call = await findCall(tx, meeting);
    return [
      ...(call && isCalledHere(meeting) ? [PaperKind.CALL] : []),
      ...(call && isSigned(tx, meeting) ? [PaperKind.SIGN_IN_SHEET] : []),
      ...((await findMinutes(tx, meeting)) ? [PaperKind.MINUTES] : []),
    ];
  }
}

/** Nobody is to come where nothing is. */
async function findCall(tx: TenantTransaction, { id, state }: Meeting): Promise<MeetingCall | null> {
  return state === MeetingState.CANCELLED ? null : tx.find(MeetingCall, id);
}

function findMinutes({ manager, regionId }: TenantTransaction, { id }: Meeting): Promise<Minutes | null> {
  return manager.findOneBy(Minutes, { regionId, meetingId: id });
}

/** Nobody was called to what was written down afterwards. */
function isCalledHere({ recordedAt }: Meeting): boolean {
  return recordedAt === null;
}

/** Who comes and goes is the committee's alone; in a draft nobody is invited yet. */
function isSigned({ actor }: TenantTransaction, { networkId, calledAt }: Meeting): boolean {
  return calledAt !== null && actor.convenedNetworkIds.includes(networkId);
}
