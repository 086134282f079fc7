import { UNIT_READS } from '#network';
import { asc, readsOf, sql } from '#reads';
import { MeetingCall } from '../meeting/meeting-call.entity.js';
import { AttendanceEntry } from './attendance-entry.entity.js';

const ATTENDANCE_ENTRY_READS = readsOf(AttendanceEntry, 'AttendanceEntry', (entry) => ({
  unit: entry.row(UNIT_READS, { id: 'unitId' }),
}));

/** What attendance adds to a call. */
export const ATTENDANCE_TYPES = [
  ATTENDANCE_ENTRY_READS,
  readsOf(MeetingCall, 'MeetingCall', (call) => ({
    attendanceEntries: call.rows(ATTENDANCE_ENTRY_READS, (entry, { id }) => ({
      where: [sql`${entry.meetingId} = ${id}`],
      orderBy: [asc(entry.at), asc(entry.id)],
    })),
    attendance: call.resolverOfEntity(),
    presence: call.resolverOfEntity(),
    checkInCode: call.resolverOfEntity(),
  })),
];
