import {
  COMMITTEE,
  CONVENED,
  countedBy,
  InboxKind,
  NO_TERM,
  NO_UNIT,
  startOfDay,
  TODAY,
  type WaitingKind,
} from '#inbox';
import { NOW, REGION } from '#reads';
import { MENUS_INBOX_WORDS as WORDS } from '../menus-inbox.words.js';
import { HAS_CHANGED, SHOWN } from '../version/unpublished.js';
import { menuTitleOf } from './menu-title.js';

const ABOUT = `u.id AS thing_id, u.network_id, ${NO_UNIT}, to_char(u.month, 'YYYY-MM') AS title`;
const NEXT_MONTH = `(u.month + interval '1 month')::date`;
const FRESH = `${SHOWN} AND d.published_at IS NULL`;

/** Menus at both ends of their month. */
export const MENU_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.MENU_TO_PUBLISH,
    why: WORDS.MENU_TO_PUBLISH,
    thing: 'Menu',
    termVersion: countedBy('menu'),
    titleOf: menuTitleOf,
    posts: ['SECRETARY'],
    settledBy: ['publishMenu'],
    // Also while one of its dishes is in the way: which, the mutation says.
    rows: `
      SELECT ${ABOUT}, (SELECT min(d.taken_at) ${FRESH}) AS since,
        CASE WHEN u.state = 'COLLECTING' THEN ${startOfDay('u.month')} END AS due_at
      FROM menu u
      WHERE u.region_id = ${REGION} AND u.network_id = ${CONVENED} AND u.state IN ('COLLECTING', 'PUBLISHED')
        AND ${TODAY} < ${NEXT_MONTH} AND (EXISTS (SELECT ${FRESH}) OR ${HAS_CHANGED})`,
  },
  {
    kind: InboxKind.MENU_TO_CLOSE,
    why: WORDS.MENU_TO_CLOSE,
    thing: 'Menu',
    titleOf: menuTitleOf,
    posts: COMMITTEE,
    settledBy: ['closeMenu'],
    rows: `
      SELECT ${ABOUT}, ${startOfDay(NEXT_MONTH)} AS since, ${NO_TERM} FROM menu u
      WHERE u.region_id = ${REGION} AND u.network_id = ${CONVENED} AND u.state IN ('COLLECTING', 'PUBLISHED')
        AND ${TODAY} >= ${NEXT_MONTH}
        AND NOT EXISTS (SELECT FROM dish d WHERE d.region_id = ${REGION} AND d.network_id = u.network_id
          AND d.month = u.month AND d.state = 'TAKEN' AND d.ends_at > ${NOW})`,
  },
];
