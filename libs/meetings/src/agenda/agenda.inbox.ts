import {
  COMMITTEE,
  CONVENED,
  countedBy,
  countedThrough,
  InboxKind,
  KNOWN,
  SPEAKERS,
  type WaitingKind,
} from '#inbox';
import { NOW, REGION } from '#reads';
import { MEETINGS_INBOX_WORDS as WORDS } from '../meetings-inbox.words.js';

/** What units can still propose, and what the committee has to take. */
export const AGENDA_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.AGENDA_DEADLINE,
    why: WORDS.AGENDA_DEADLINE,
    thing: 'Meeting',
    termVersion: countedBy('meeting'),
    posts: SPEAKERS,
    settledBy: ['proposeItem'],
    // The committee puts on the agenda what it wants, whenever it wants.
    rows: `
      SELECT m.id AS thing_id, m.network_id, n.convener_unit_id AS unit_id, m.title, m.called_at AS since,
        k.agenda_deadline AS due_at
      FROM meeting_answer a
      JOIN meeting m ON m.region_id = ${REGION} AND m.id = a.meeting_id AND m.state = 'CALLED'
      JOIN meeting_call k ON k.region_id = ${REGION} AND k.id = m.id AND k.agenda_deadline >= ${NOW}
      JOIN network n ON n.region_id = ${REGION} AND n.id = m.network_id
      WHERE a.region_id = ${REGION} AND a.unit_id = app.unit_id() AND a.network_id = ${KNOWN} AND a.ended_at IS NULL
        AND (a.network_id = ${CONVENED}) IS NOT TRUE
        AND NOT EXISTS (SELECT FROM agenda_item i WHERE i.region_id = ${REGION} AND i.meeting_id = m.id
          AND i.unit_id = app.unit_id())`,
  },
  {
    kind: InboxKind.AGENDA_ITEM_TO_TAKE,
    why: WORDS.AGENDA_ITEM_TO_TAKE,
    thing: 'AgendaItem',
    termVersion: countedThrough('meeting', 'agenda_item', 'meeting_id'),
    posts: COMMITTEE,
    settledBy: ['takeItem', 'postponeItem', 'refuseItem'],
    rows: `
      SELECT i.id AS thing_id, i.network_id, i.unit_id, i.title, i.proposed_at AS since, m.starts_at AS due_at
      FROM agenda_item i
      JOIN meeting m ON m.region_id = ${REGION} AND m.id = i.meeting_id AND m.state IN ('DRAFT', 'CALLED', 'IN_SESSION')
      WHERE i.region_id = ${REGION} AND i.network_id = ${CONVENED} AND i.state = 'PROPOSED'`,
  },
];
