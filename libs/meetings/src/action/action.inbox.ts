import { countedBy, endOfDay, InboxKind, KNOWN, SPEAKERS, type WaitingKind } from '#inbox';
import { REGION } from '#reads';
import { MEETINGS_INBOX_WORDS as WORDS } from '../meetings-inbox.words.js';

/** What units have to do since. */
export const ACTION_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.ACTION,
    why: WORDS.ACTION,
    thing: 'Action',
    termVersion: countedBy('action'),
    posts: SPEAKERS,
    settledBy: ['finishAction'],
    rows: `
      SELECT t.id AS thing_id, t.network_id, n.convener_unit_id AS unit_id, t.what AS title, t.created_at AS since,
        ${endOfDay('t.due_on')} AS due_at
      FROM action t JOIN network n ON n.region_id = ${REGION} AND n.id = t.network_id
      WHERE t.region_id = ${REGION} AND t.unit_id = app.unit_id() AND t.network_id = ${KNOWN} AND t.state = 'OPEN'`,
  },
];
