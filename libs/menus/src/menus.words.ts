import { DISH_BOOKING_WORDS } from './booking/dish-booking.words.js';
import {
  DISH_CHAT,
  DISH_HOST_STATES,
  DISH_KINDS,
  DISH_STATES,
  DISH_WORDS,
  SEGMENTS,
} from './dish/dish.words.js';
import { MENU_CHAT, MENU_STATES, MENU_WORDS } from './menu/menu.words.js';
import { MENU_PAPER_WORDS } from './paper/menu-paper.words.js';
import { MENU_WARNING_WORDS } from './warning/menu-warning.words.js';
import { MENU_CHANGE_ASPECTS, MENU_CHANGE_WORDS } from './version/menu-changes.words.js';

/** This library's part of the catalogue. */
export const MENUS_WORDS = {
  dish: DISH_WORDS,
  dishBooking: DISH_BOOKING_WORDS,
  dishChat: DISH_CHAT,
  dishHostStates: DISH_HOST_STATES,
  dishKinds: DISH_KINDS,
  dishStates: DISH_STATES,
  menu: MENU_WORDS,
  menuChanges: MENU_CHANGE_WORDS,
  menuChangeAspects: MENU_CHANGE_ASPECTS,
  menuChat: MENU_CHAT,
  menuPaperChat: MENU_PAPER_WORDS,
  menuStates: MENU_STATES,
  menuWarnings: MENU_WARNING_WORDS,
  segments: SEGMENTS,
};
