import { DishBooking } from './booking/dish-booking.entity.js';
import { DishDate } from './dish/dish-date.entity.js';
import { Dish } from './dish/dish.entity.js';
import { DishHost } from './host/dish-host.entity.js';
import { Menu } from './menu/menu.entity.js';
import { MenuVersion } from './version/menu-version.entity.js';

export const MENUS_ENTITIES = [Dish, DishBooking, DishDate, DishHost, Menu, MenuVersion];
