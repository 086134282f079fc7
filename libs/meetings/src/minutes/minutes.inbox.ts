import {
  COMMITTEE,
  CONVENED,
  InboxKind,
  KNOWN,
  NO_SINCE,
  NO_TERM,
  NO_UNIT,
  SPEAKERS,
  type WaitingKind,
} from '#inbox';
import { REGION } from '#reads';
import { MEETINGS_INBOX_WORDS as WORDS } from '../meetings-inbox.words.js';

const OF_MEETING = `JOIN meeting m ON m.region_id = ${REGION} AND m.id = w.meeting_id`;

/** Minutes until they are published, and what units say of them. */
export const MINUTES_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.MINUTES_TO_PUBLISH,
    why: WORDS.MINUTES_TO_PUBLISH,
    thing: 'Minutes',
    posts: ['SECRETARY'],
    settledBy: ['publishMinutes'],
    rows: `
      SELECT w.id AS thing_id, w.network_id, ${NO_UNIT}, m.title, ${NO_SINCE}, ${NO_TERM}
      FROM minutes w ${OF_MEETING} AND m.state = 'CLOSED'
      WHERE w.region_id = ${REGION} AND w.network_id = ${CONVENED} AND w.state = 'DRAFT'`,
  },
  {
    kind: InboxKind.MINUTES_TO_CONFIRM,
    why: WORDS.MINUTES_TO_CONFIRM,
    thing: 'Minutes',
    posts: SPEAKERS,
    settledBy: ['confirmMinutes', 'askForCorrection'],
    rows: `
      SELECT w.id AS thing_id, w.network_id, n.convener_unit_id AS unit_id, m.title,
        coalesce(y.replied_at, w.published_at) AS since, ${NO_TERM}
      FROM minutes_confirmation y
      JOIN minutes w ON w.region_id = ${REGION} AND w.id = y.minutes_id AND w.state = 'PUBLISHED'
      ${OF_MEETING} JOIN network n ON n.region_id = ${REGION} AND n.id = w.network_id
      WHERE y.region_id = ${REGION} AND y.unit_id = app.unit_id() AND y.network_id = ${KNOWN} AND y.answer IS NULL`,
  },
  {
    kind: InboxKind.CORRECTION_ASKED,
    why: WORDS.CORRECTION_ASKED,
    thing: 'MinutesConfirmation',
    posts: COMMITTEE,
    settledBy: ['declineCorrection'],
    settledBySecretary: ['correctMinutes'],
    rows: `
      SELECT y.id AS thing_id, w.network_id, y.unit_id, m.title, y.answered_at AS since, ${NO_TERM}
      FROM minutes_confirmation y
      JOIN minutes w ON w.region_id = ${REGION} AND w.id = y.minutes_id AND w.state = 'PUBLISHED' ${OF_MEETING}
      WHERE y.region_id = ${REGION} AND y.network_id = ${CONVENED} AND y.answer = 'CORRECTION_ASKED' AND y.reply IS NULL`,
  },
];
