import { instantAt, localDayOf } from '#calendar';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { MeetingKind, MeetingState, type Meeting } from '../meeting/meeting.entity.js';
import { AttendanceMonth } from './attendance-month.entity.js';

type Counted = Pick<AttendanceMonth, 'unitId' | 'called' | 'attended'>;

// Whoever had left the network before a meeting began was not called to it.
const COUNT = `
  SELECT a.unit_id AS "unitId", count(*)::int AS called, (count(*) FILTER (WHERE EXISTS (SELECT FROM attendance_entry e
    WHERE e.region_id = $1 AND e.meeting_id = m.id AND e.unit_id = a.unit_id AND e.act = 'ARRIVED'
      AND e.struck_at IS NULL)))::int AS attended
  FROM meeting m JOIN meeting_answer a ON a.region_id = $1 AND a.meeting_id = m.id AND a.is_counted
    AND (a.ended_at IS NULL OR a.ended_at > m.begun_at)
  WHERE m.region_id = $1 AND m.network_id = $2 AND m.kind IN ('REGULAR', 'EXTRAORDINARY')
    AND m.state IN ('IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED') AND m.starts_at >= $3 AND m.starts_at < $4
  GROUP BY a.unit_id ORDER BY a.unit_id`;

const HELD: readonly MeetingState[] = [
  MeetingState.IN_SESSION,
  MeetingState.CLOSED,
  MeetingState.MINUTES_PUBLISHED,
];

/**
 * Counts the month of a joint meeting that was held anew; with the rights of the committee and the meeting locked. One
 * count of a network at a time, so that the later one stands.
 */
export async function countAttendanceMonth(tx: TenantTransaction, meeting: Meeting): Promise<void> {
  const { networkId, kind, state, startsAt } = meeting;
  if (kind === MeetingKind.WORKING || !HELD.includes(state)) return;
  const { regionId } = tx;
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('attendance ' || id, 0)) FROM network WHERE region_id = $1 AND id = $2`,
    [regionId, networkId],
  );
  const zone = await timeZoneOf(tx);
  const first = localDayOf(startsAt, zone).with({ day: 1 });
  const span = [instantAt(first, 0, zone), instantAt(first.add({ months: 1 }), 0, zone)];
  const counted = await tx.query<Counted>(COUNT, [regionId, networkId, ...span]);
  const key = { networkId, month: first.toString() };
  const known = await tx.manager.findBy(AttendanceMonth, { regionId, ...key });
  const byUnit = new Map(counted.map((one) => [one.unitId, one]));
  const missing = counted.filter(({ unitId }) => !known.some((row) => row.unitId === unitId));
  await tx.insertAll(
    AttendanceMonth,
    missing.map((one) => ({ ...one, ...key, id: tx.newId() })),
  );
  await tx.changeAll(AttendanceMonth, known, ({ unitId }) => {
    const { called, attended } = byUnit.get(unitId) ?? { called: 0, attended: 0 };
    return { called, attended };
  });
}
