import {
  COMMITTEE,
  CONVENED,
  countedBy,
  InboxKind,
  MEMBER,
  NO_SINCE,
  NO_TERM,
  SPEAKERS,
  type WaitingKind,
} from '#inbox';
import { NOW, REGION } from '#reads';
import { NEEDS_INBOX_WORDS as WORDS } from '../needs-inbox.words.js';

const ABOUT = 'n.id AS thing_id, n.network_id, n.unit_id, n.title';

function claims(...states: string[]): string {
  return `SELECT FROM claim c WHERE c.region_id = ${REGION} AND c.need_id = n.id AND c.state IN ('${states.join("', '")}')`;
}

/** Needs by the word that they wait for. */
export const NEED_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.NEED_TO_TAKE,
    why: WORDS.NEED_TO_TAKE,
    thing: 'Need',
    posts: COMMITTEE,
    settledBy: ['takeNeed', 'returnNeed'],
    rows: `
      SELECT ${ABOUT}, n.proposed_at AS since, ${NO_TERM} FROM need n
      WHERE n.region_id = ${REGION} AND n.network_id = ${CONVENED} AND n.state = 'PROPOSED'`,
  },
  {
    kind: InboxKind.NEED_RETURNED,
    why: WORDS.NEED_RETURNED,
    thing: 'Need',
    posts: SPEAKERS,
    settledBy: ['proposeNeed', 'withdrawNeed'],
    rows: `
      SELECT ${ABOUT}, ${NO_SINCE}, ${NO_TERM} FROM need n
      WHERE n.region_id = ${REGION} AND n.unit_id = app.unit_id() AND n.state = 'RETURNED'
        AND n.network_id = ${MEMBER}`,
  },
  {
    kind: InboxKind.NEED_TO_PLACE,
    why: WORDS.NEED_TO_PLACE,
    thing: 'Need',
    termVersion: countedBy('need'),
    posts: COMMITTEE,
    settledBy: ['askToClaim', 'openNeed', 'markNeedUnmet'],
    rows: `
      SELECT ${ABOUT}, n.taken_at AS since, n.ends_at AS due_at FROM need n
      WHERE n.region_id = ${REGION} AND n.network_id = ${CONVENED} AND n.state = 'TAKEN'
        AND (n.ends_at IS NULL OR n.ends_at > ${NOW}) AND NOT EXISTS (${claims('ASKED', 'ACCEPTED')})`,
  },
  {
    kind: InboxKind.NEED_UNCLAIMED,
    why: WORDS.NEED_UNCLAIMED,
    thing: 'Need',
    termVersion: countedBy('need'),
    posts: COMMITTEE,
    settledBy: ['markNeedUnmet'],
    rows: `
      SELECT ${ABOUT}, n.ends_at AS since, n.ends_at AS due_at FROM need n
      WHERE n.region_id = ${REGION} AND n.network_id = ${CONVENED} AND n.state IN ('TAKEN', 'OPEN') AND n.ends_at <= ${NOW}
        AND NOT EXISTS (${claims('ACCEPTED')})`,
  },
  {
    kind: InboxKind.NEED_LAST_WORD,
    why: WORDS.NEED_LAST_WORD,
    thing: 'Need',
    posts: SPEAKERS,
    settledBy: ['closeNeed', 'reopenNeed'],
    rows: `
      SELECT ${ABOUT}, n.answered_at AS since, ${NO_TERM} FROM need n
      WHERE n.region_id = ${REGION} AND n.unit_id = app.unit_id() AND n.state = 'ANSWERED'`,
  },
];
