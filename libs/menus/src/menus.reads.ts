import { DISH_TYPES } from './dish/dish.reads.js';
import { MENU_TYPES } from './menu/menu.reads.js';

/** How everything that this library knows is read. */
export const MENUS_READ_TYPES = [...DISH_TYPES, ...MENU_TYPES];
