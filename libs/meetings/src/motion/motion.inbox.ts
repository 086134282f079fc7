import { COMMITTEE, CONVENED, InboxKind, KNOWN, NO_TERM, NO_UNIT, SPEAKERS, type WaitingKind } from '#inbox';
import { NOW, REGION } from '#reads';
import { MEETINGS_INBOX_WORDS as WORDS } from '../meetings-inbox.words.js';

/** Open votes. Whether a unit whose proxy one holds has come in after all is not one's own to read, and nothing is told of it here. */
export const MOTION_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.VOTE_TO_CAST,
    why: WORDS.VOTE_TO_CAST,
    thing: 'Motion',
    posts: SPEAKERS,
    settledBy: ['castVote'],
    rows: `
      SELECT v.id AS thing_id, v.network_id, n.convener_unit_id AS unit_id, v.text AS title, v.opened_at AS since,
        ${NO_TERM}
      FROM motion v JOIN network n ON n.region_id = ${REGION} AND n.id = v.network_id
      WHERE v.region_id = ${REGION} AND v.network_id = ${KNOWN} AND v.state = 'OPEN'
        AND app.unit_id() = ANY (v.entitled_unit_ids)
        AND EXISTS (SELECT FROM meeting_answer a WHERE a.region_id = ${REGION} AND a.meeting_id = v.meeting_id
          AND a.unit_id = app.unit_id() AND (a.ended_at IS NULL OR a.ended_at > ${NOW}))
        AND 'ARRIVED' = (SELECT e.act FROM attendance_entry e
          WHERE e.region_id = ${REGION} AND e.meeting_id = v.meeting_id AND e.unit_id = app.unit_id()
            AND e.struck_at IS NULL AND e.at <= ${NOW}
          ORDER BY e.at DESC LIMIT 1)
        AND NOT EXISTS (SELECT FROM vote b WHERE b.region_id = ${REGION} AND b.motion_id = v.id
          AND b.unit_id = app.unit_id())`,
  },
  {
    kind: InboxKind.VOTE_TO_CLOSE,
    why: WORDS.VOTE_TO_CLOSE,
    thing: 'Motion',
    posts: COMMITTEE,
    settledBy: ['closeVote'],
    rows: `
      SELECT v.id AS thing_id, v.network_id, ${NO_UNIT}, v.text AS title, v.opened_at AS since,
        ${NO_TERM}
      FROM motion v WHERE v.region_id = ${REGION} AND v.network_id = ${CONVENED} AND v.state = 'OPEN'`,
  },
];
