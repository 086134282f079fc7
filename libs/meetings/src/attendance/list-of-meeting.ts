import type { TenantTransaction } from '#tenancy';
import { IsNull } from 'typeorm';
import { MeetingAnswer } from '../answer/meeting-answer.entity.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { listBallots } from '../motion/list-ballots.js';
import { AttendanceAct, AttendanceEntry } from './attendance-entry.entity.js';

/**
 * Whom a meeting is for: those invited, and those that were there or voted and have left the network since it began.
 * What happened in the meeting stays, whatever becomes of a unit.
 */
export async function listOfMeeting(tx: TenantTransaction, meeting: Meeting): Promise<MeetingAnswer[]> {
  const { id: meetingId, begunAt } = meeting;
  const where = { regionId: tx.regionId, meetingId };
  const all = await tx.manager.findBy(MeetingAnswer, where);
  const invited = all.filter(({ endedAt }) => endedAt === null);
  const gone = all.filter(({ endedAt }) => endedAt && begunAt && endedAt > begunAt);
  if (gone.length === 0) return invited;
  const came = { ...where, act: AttendanceAct.ARRIVED, struckAt: IsNull() };
  const traces = [...(await tx.manager.findBy(AttendanceEntry, came)), ...(await listBallots(tx, meetingId))];
  const tookPart = new Set(traces.map(({ unitId }) => unitId));
  return [...invited, ...gone.filter(({ unitId }) => tookPart.has(unitId))];
}
