import { InboxKind, NO_TERM, SPEAKERS, type WaitingKind } from '#inbox';
import { REGION } from '#reads';
import { NEEDS_INBOX_WORDS as WORDS } from '../needs-inbox.words.js';

/** Units that are asked to take part. */
export const PROJECT_HOST_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.PROJECT_HOST_ASKED,
    why: WORDS.PROJECT_HOST_ASKED,
    thing: 'ProjectHost',
    posts: SPEAKERS,
    settledBy: ['answerProjectHost'],
    rows: `
      SELECT h.id AS thing_id, h.network_id, h.lead_unit_id AS unit_id, p.title, h.asked_at AS since,
        ${NO_TERM}
      FROM project_host h JOIN project p ON p.region_id = ${REGION} AND p.id = h.project_id
      WHERE h.region_id = ${REGION} AND h.unit_id = app.unit_id() AND h.state = 'ASKED'
        AND p.state IN ('PLANNED', 'IN_PROGRESS')`,
  },
];
