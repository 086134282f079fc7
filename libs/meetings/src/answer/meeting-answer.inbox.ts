import { countedBy, InboxKind, KNOWN, SPEAKERS, type WaitingKind } from '#inbox';
import { NOW, REGION } from '#reads';
import { MEETINGS_INBOX_WORDS as WORDS } from '../meetings-inbox.words.js';

/** Units that are invited and have not said whether they come; a move asks anew. Nobody comes to what is over, begun or not. */
export const MEETING_ANSWER_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.MEETING_TO_ANSWER,
    why: WORDS.MEETING_TO_ANSWER,
    thing: 'Meeting',
    termVersion: countedBy('meeting'),
    posts: SPEAKERS,
    settledBy: ['answerMeeting'],
    rows: `
      SELECT m.id AS thing_id, m.network_id, n.convener_unit_id AS unit_id, m.title, m.called_at AS since, m.starts_at AS due_at
      FROM meeting_answer a
      JOIN meeting m ON m.region_id = ${REGION} AND m.id = a.meeting_id AND m.state = 'CALLED' AND m.ends_at > ${NOW}
      JOIN network n ON n.region_id = ${REGION} AND n.id = m.network_id
      WHERE a.region_id = ${REGION} AND a.unit_id = app.unit_id() AND a.network_id = ${KNOWN}
        AND a.reply IS NULL AND a.ended_at IS NULL`,
  },
];
