import { COMMITTEE, CONVENED, InboxKind, MEMBER, NO_TERM, REGION, SPEAKERS, type WaitingKind } from '#inbox';
import { NEED_INBOX_WORDS as WORDS } from './need-inbox.words.js';

const ABOUT = 'n.id AS thing_id, n.network_id, n.unit_id, n.title';

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
      SELECT ${ABOUT}, NULL::timestamptz AS since, ${NO_TERM} FROM need n
      WHERE n.region_id = ${REGION} AND n.unit_id = app.unit_id() AND n.state = 'RETURNED'
        AND n.network_id = ${MEMBER}`,
  },
  {
    kind: InboxKind.NEED_TO_PLACE,
    why: WORDS.NEED_TO_PLACE,
    thing: 'Need',
    posts: COMMITTEE,
    settledBy: ['askToClaim', 'openNeed', 'markNeedUnmet'],
    rows: `
      SELECT ${ABOUT}, n.taken_at AS since, n.ends_at AS due_at FROM need n
      WHERE n.region_id = ${REGION} AND n.network_id = ${CONVENED} AND n.state = 'TAKEN'
        AND NOT EXISTS (SELECT FROM claim c WHERE c.region_id = ${REGION} AND c.need_id = n.id
          AND c.state IN ('ASKED', 'ACCEPTED'))`,
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
