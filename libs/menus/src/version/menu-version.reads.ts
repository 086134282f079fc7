import { readsOf } from '#reads';
import { MenuVersion } from './menu-version.entity.js';

export const MENU_VERSION_READS = readsOf(MenuVersion, 'MenuVersion', () => ({}));
