import { CONVENED, countedBy, endOfDay, InboxKind, NO_SINCE, SPEAKERS, type WaitingKind } from '#inbox';
import { REGION } from '#reads';
import { NEEDS_INBOX_WORDS as WORDS } from '../needs-inbox.words.js';

/** Steps that are not done; the unit that does one still leads the project or takes part in it. */
export const PROJECT_STEP_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.PROJECT_STEP,
    why: WORDS.PROJECT_STEP,
    thing: 'ProjectStep',
    termVersion: countedBy('project_step'),
    posts: SPEAKERS,
    settledBy: ['finishProjectStep'],
    rows: `
      SELECT s.id AS thing_id, s.network_id, p.lead_unit_id AS unit_id, s.title, ${NO_SINCE},
        ${endOfDay('s.due_on')} AS due_at
      FROM project_step s JOIN project p ON p.region_id = ${REGION} AND p.id = s.project_id
      WHERE s.region_id = ${REGION} AND s.unit_id = app.unit_id() AND s.done_at IS NULL
        AND p.state IN ('PLANNED', 'IN_PROGRESS')
        AND (p.lead_unit_id = app.unit_id() OR p.network_id = ${CONVENED}
          OR EXISTS (SELECT FROM project_host h WHERE h.region_id = ${REGION} AND h.project_id = p.id
            AND h.unit_id = app.unit_id() AND h.state = 'ACCEPTED'))`,
  },
];
