import type { ExportList } from './export-list.js';
import { EVALUATION_LISTS } from './evaluation-lists.js';
import { MEETING_LISTS } from './meeting-lists.js';
import { MENU_LISTS } from './menu-lists.js';
import { NEED_LISTS } from './need-lists.js';
import { NETWORK_LISTS } from './network-lists.js';
import { RESOURCE_LISTS } from './resource-lists.js';

/** Every list of the API; a test fails for one that is missing. */
export const EXPORT_LISTS: readonly ExportList[] = [
  ...NETWORK_LISTS,
  ...RESOURCE_LISTS,
  ...NEED_LISTS,
  ...MEETING_LISTS,
  ...MENU_LISTS,
  ...EVALUATION_LISTS,
];
