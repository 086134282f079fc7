import {
  COMMITTEE,
  CONVENED,
  countedBy,
  endOfDay,
  InboxKind,
  MEMBER,
  NO_SINCE,
  NO_TERM,
  SPEAKERS,
  type WaitingKind,
} from '#inbox';
import { REGION } from '#reads';
import { NEEDS_INBOX_WORDS as WORDS } from '../needs-inbox.words.js';

const ABOUT = 'p.id AS thing_id, p.network_id, p.unit_id, p.title';

/** Projects by the word or work that they wait for. */
export const PROJECT_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.PROJECT_TO_TAKE,
    why: WORDS.PROJECT_TO_TAKE,
    thing: 'Project',
    posts: COMMITTEE,
    settledBy: ['takeProject', 'returnProject'],
    rows: `
      SELECT ${ABOUT}, p.proposed_at AS since, ${NO_TERM} FROM project p
      WHERE p.region_id = ${REGION} AND p.network_id = ${CONVENED} AND p.state = 'PROPOSED'`,
  },
  {
    kind: InboxKind.PROJECT_RETURNED,
    why: WORDS.PROJECT_RETURNED,
    thing: 'Project',
    posts: SPEAKERS,
    settledBy: ['proposeProject', 'withdrawProject'],
    rows: `
      SELECT ${ABOUT}, ${NO_SINCE}, ${NO_TERM} FROM project p
      WHERE p.region_id = ${REGION} AND p.unit_id = app.unit_id() AND p.state = 'RETURNED'
        AND p.network_id = ${MEMBER}`,
  },
  {
    kind: InboxKind.PROJECT_TO_BEGIN,
    why: WORDS.PROJECT_TO_BEGIN,
    thing: 'Project',
    termVersion: countedBy('project'),
    posts: SPEAKERS,
    settledBy: ['beginProject', 'fileProjectResult', 'stopProject'],
    rows: `
      SELECT ${ABOUT}, p.taken_at AS since, ${endOfDay('p.starts_on')} AS due_at FROM project p
      WHERE p.region_id = ${REGION} AND p.lead_unit_id = app.unit_id() AND p.state = 'PLANNED'`,
  },
  {
    kind: InboxKind.PROJECT_RESULT,
    why: WORDS.PROJECT_RESULT,
    thing: 'Project',
    termVersion: countedBy('project'),
    posts: SPEAKERS,
    settledBy: ['fileProjectResult', 'stopProject'],
    rows: `
      SELECT ${ABOUT}, p.begun_at AS since, ${endOfDay('p.ends_on')} AS due_at FROM project p
      WHERE p.region_id = ${REGION} AND p.lead_unit_id = app.unit_id() AND p.state = 'IN_PROGRESS'`,
  },
  {
    kind: InboxKind.PROJECT_LAST_WORD,
    why: WORDS.PROJECT_LAST_WORD,
    thing: 'Project',
    posts: COMMITTEE,
    settledBy: ['closeProject', 'reopenProject'],
    // One with needs closes by the word of those who had them.
    rows: `
      SELECT ${ABOUT}, p.answered_at AS since, ${NO_TERM} FROM project p
      WHERE p.region_id = ${REGION} AND p.network_id = ${CONVENED} AND p.state = 'ANSWERED'
        AND NOT EXISTS (SELECT FROM need n WHERE n.region_id = ${REGION} AND n.project_id = p.id
          AND n.state NOT IN ('WITHDRAWN', 'UNMET'))`,
  },
];
