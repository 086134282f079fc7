import type { Words } from '#graphql';
import { MENUS_INBOX_WORDS as WORDS } from '../menus-inbox.words.js';

/** How people call a menu, by its month as rows say it: `YYYY-MM`. */
export function menuTitleOf(title: string): Words {
  const [year = '', month = ''] = title.split('-');
  return { en: WORDS.menuTitle({ year, month }).en, zh: WORDS.menuTitle({ year, month: Number(month) }).zh };
}
