import type { MessageThing } from '#messages';
import { MENU_MESSAGE_WORDS as WORDS } from './menu-message.words.js';
import { menuTitleOf } from './menu-title.js';

/** What became of menus, for all of their network. */
export const MENU_MESSAGES: readonly MessageThing[] = [
  {
    thing: 'Menu',
    acts: { 'Menu PUBLISHED': WORDS.PUBLISHED, 'Menu CHANGED': WORDS.CHANGED },
    ends: [],
    titles: `SELECT u.id AS thing_id, u.network_id, to_char(u.month, 'YYYY-MM') AS title, NULL::timestamptz AS starts_at
      FROM menu u WHERE u.region_id = $1 AND u.id = ANY ($2)`,
    titleOf: menuTitleOf,
  },
];
