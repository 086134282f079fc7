import { DISH_BOOKING_TYPES } from './booking/dish-booking.reads.js';
import { DISH_TYPES } from './dish/dish.reads.js';
import { MENU_TYPES } from './menu/menu.reads.js';

/** How everything that this library knows is read. */
export const MENUS_READ_TYPES = [...DISH_TYPES, ...DISH_BOOKING_TYPES, ...MENU_TYPES];
