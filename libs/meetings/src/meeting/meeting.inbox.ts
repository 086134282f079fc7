import { COMMITTEE, CONVENED, countedBy, InboxKind, NO_TERM, NO_UNIT, type WaitingKind } from '#inbox';
import { NOW, REGION } from '#reads';
import { MEETINGS_INBOX_WORDS as WORDS } from '../meetings-inbox.words.js';
import { EARLIEST_BEGIN_MINUTES } from './meeting.policy.js';

const ABOUT = `m.id AS thing_id, m.network_id, ${NO_UNIT}, m.title`;

/** What the committee does around a meeting, by the hour. */
export const MEETING_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.MEETING_TO_BEGIN,
    why: WORDS.MEETING_TO_BEGIN,
    thing: 'Meeting',
    termVersion: countedBy('meeting'),
    posts: COMMITTEE,
    settledBy: ['beginMeeting'],
    settledBySecretary: ['cancelMeeting'],
    rows: `
      SELECT ${ABOUT}, m.starts_at - interval '${EARLIEST_BEGIN_MINUTES} minutes' AS since, m.starts_at AS due_at FROM meeting m
      WHERE m.region_id = ${REGION} AND m.network_id = ${CONVENED} AND m.state = 'CALLED'
        AND m.starts_at - interval '${EARLIEST_BEGIN_MINUTES} minutes' <= ${NOW}`,
  },
  {
    kind: InboxKind.MEETING_TO_CLOSE,
    why: WORDS.MEETING_TO_CLOSE,
    thing: 'Meeting',
    termVersion: countedBy('meeting'),
    posts: COMMITTEE,
    settledBy: ['closeMeeting'],
    // Over an open vote no meeting is closed: that waits first.
    rows: `
      SELECT ${ABOUT}, m.ends_at AS since, m.ends_at AS due_at FROM meeting m
      WHERE m.region_id = ${REGION} AND m.network_id = ${CONVENED} AND m.state = 'IN_SESSION' AND m.ends_at <= ${NOW}
        AND NOT EXISTS (SELECT FROM motion v WHERE v.region_id = ${REGION} AND v.meeting_id = m.id AND v.state = 'OPEN')`,
  },
  {
    kind: InboxKind.MINUTES_TO_DRAFT,
    why: WORDS.MINUTES_TO_DRAFT,
    thing: 'Meeting',
    posts: COMMITTEE,
    settledBy: ['draftMinutes'],
    rows: `
      SELECT ${ABOUT}, m.closed_at AS since, ${NO_TERM} FROM meeting m
      WHERE m.region_id = ${REGION} AND m.network_id = ${CONVENED} AND m.state = 'CLOSED'
        AND NOT EXISTS (SELECT FROM minutes w WHERE w.region_id = ${REGION} AND w.meeting_id = m.id)`,
  },
];
