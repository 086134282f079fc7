import { KNOWN } from '#inbox';
import { REGION } from '#reads';
import { FROM, ScheduleKind, within, type ScheduledKind } from '#schedule';
import { MEETING_SCHEDULE_CHAT as CHAT } from './meeting-schedule.words.js';
import { LONGEST_MS } from './meeting.policy.js';

/** Meetings that were called or recorded; of what stewards do not read, the call, nothing is told to them. */
export const MEETING_SCHEDULE: ScheduledKind = {
  kind: ScheduleKind.MEETING,
  thing: 'Meeting',
  named: 'Meeting',
  heading: CHAT.meeting,
  lines: { about: null, cancelReason: CHAT.cancelReason },
  rows: `
      SELECT m.id AS row_id, m.id AS named_id, m.id AS thing_id, m.network_id, n.convener_unit_id AS unit_id, m.title,
        k.location AS place, m.starts_at, m.ends_at, CASE m.state WHEN 'CANCELLED' THEN 'CANCELLED' ELSE 'CONFIRMED' END AS state,
        m.version AS sequence,
        greatest(m.called_at, m.begun_at, m.closed_at, m.cancelled_at, m.recorded_at, (SELECT max(v.moved_at) FROM meeting_move v
          WHERE v.region_id = ${REGION} AND v.meeting_id = m.id)) AS changed_at,
        json_build_object('about', k.about, 'cancelReason', k.cancel_reason) AS details
      FROM meeting m
      JOIN network n ON n.region_id = ${REGION} AND n.id = m.network_id
      LEFT JOIN meeting_call k ON k.region_id = ${REGION} AND k.id = m.id
      WHERE m.region_id = ${REGION} AND m.network_id = ${KNOWN} AND m.state <> 'DRAFT'
        AND (m.called_at IS NOT NULL OR m.recorded_at IS NOT NULL) AND ${within('m.starts_at', 'm.ends_at')}
        AND m.starts_at > ${FROM} - interval '${LONGEST_MS / 1000 + 1} seconds'`,
};
