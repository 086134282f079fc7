import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { IsNull } from 'typeorm';
import { MeetingAnswer } from '../answer/meeting-answer.entity.js';
import type { AttendanceSheet } from '../attendance/attendance-sheet.js';
import type { UnitAttendanceObject } from '../attendance/attendance.object.js';
import type { MeetingCall } from '../meeting/meeting-call.entity.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import type { SignInFacts, SignInUnit } from './sign-in-paper.js';

/** Who is to sign, or has come; with the rights of the committee. */
export async function readSignInFacts(
  tx: TenantTransaction,
  { title, startsAt, endsAt, closedAt, id: meetingId }: Meeting,
  call: MeetingCall,
  sheet: AttendanceSheet,
): Promise<SignInFacts> {
  const rows = await sheet.list(tx, call);
  const where = { regionId: tx.regionId, meetingId, endedAt: IsNull() };
  const answers = await tx.manager.findBy(MeetingAnswer, where);
  // Once it is over, who held a proxy and did not come stood in for nobody.
  const nameOf = (id: string | null) =>
    rows.find(({ unit, arrivedAt }) => unit.id === id && (arrivedAt || !closedAt))?.unit.name ?? '';
  return {
    title,
    span: { startsAt, endsAt },
    zone: await timeZoneOf(tx),
    location: call.location,
    units: rows.map((row) => {
      const answer = answers.find(({ unitId }) => unitId === row.unit.id);
      return unitOf(row, answer, nameOf(answer?.proxyUnitId ?? null));
    }),
  };
}

function unitOf(
  row: UnitAttendanceObject,
  answer: MeetingAnswer | undefined,
  proxyHolder: string,
): SignInUnit {
  const { unit, isCounted, arrivedAt, isExcused, names } = row;
  const expected = [...(answer?.comers ?? []), ...(answer?.substitute ? [answer.substitute] : [])];
  const people = arrivedAt ? (names.length > 0 ? names : ['']) : [...new Set(expected)];
  return {
    name: unit.name,
    remark: !isCounted ? '特邀' : !arrivedAt && proxyHolder ? `委托${proxyHolder}` : isExcused ? '请假' : '',
    people: people.map((name) => ({ name, arrivedAt })),
  };
}
