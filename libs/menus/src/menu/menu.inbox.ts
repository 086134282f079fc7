import { COMMITTEE, CONVENED, InboxKind, NOW, REGION, startOfDay, TODAY, type WaitingKind } from '#inbox';
import { MENU_INBOX_WORDS as WORDS } from './menu-inbox.words.js';

const ABOUT = `u.id AS thing_id, u.network_id, NULL::uuid AS unit_id, to_char(u.month, 'YYYY-MM') AS title`;
const NEXT_MONTH = `(u.month + interval '1 month')::date`;
const TAKEN = `FROM dish d WHERE d.region_id = ${REGION} AND d.network_id = u.network_id AND d.month = u.month AND d.state = 'TAKEN'`;
const FRESH = `${TAKEN} AND d.recorded_at IS NULL AND d.published_at IS NULL`;

/** Menus at both ends of their month. */
export const MENU_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.MENU_TO_PUBLISH,
    why: WORDS.MENU_TO_PUBLISH,
    thing: 'Menu',
    posts: ['SECRETARY'],
    settledBy: ['publishMenu'],
    // Not as long as it would be refused: a lead is awaited, or something on it is over.
    rows: `
      SELECT ${ABOUT}, (SELECT min(d.taken_at) ${FRESH}) AS since,
        CASE WHEN u.state = 'COLLECTING' THEN ${startOfDay('u.month')} END AS due_at
      FROM menu u
      WHERE u.region_id = ${REGION} AND u.network_id = ${CONVENED} AND u.state IN ('COLLECTING', 'PUBLISHED')
        AND ${TODAY} < ${NEXT_MONTH}
        AND EXISTS (SELECT ${FRESH})
        AND NOT EXISTS (SELECT ${FRESH} AND (d.ends_at <= ${NOW} OR EXISTS (SELECT FROM dish_host h
          WHERE h.region_id = ${REGION} AND h.dish_id = d.id AND h.is_lead AND h.state = 'ASKED')))`,
  },
  {
    kind: InboxKind.MENU_TO_CLOSE,
    why: WORDS.MENU_TO_CLOSE,
    thing: 'Menu',
    posts: COMMITTEE,
    settledBy: ['closeMenu'],
    rows: `
      SELECT ${ABOUT}, ${startOfDay(NEXT_MONTH)} AS since, NULL::timestamptz AS due_at FROM menu u
      WHERE u.region_id = ${REGION} AND u.network_id = ${CONVENED} AND u.state IN ('COLLECTING', 'PUBLISHED')
        AND ${TODAY} >= ${NEXT_MONTH} AND NOT EXISTS (SELECT ${TAKEN} AND d.ends_at > ${NOW})`,
  },
];
