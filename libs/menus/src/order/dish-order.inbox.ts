import {
  COMMITTEE,
  CONVENED,
  countedBy,
  endOfDay,
  InboxKind,
  NO_TERM,
  SPEAKERS,
  TODAY,
  type WaitingKind,
} from '#inbox';
import { REGION } from '#reads';
import { MENUS_INBOX_WORDS as WORDS } from '../menus-inbox.words.js';

const ABOUT = 'r.id AS thing_id, r.network_id, r.unit_id, r.title';
const OWN = `r.region_id = ${REGION} AND r.unit_id = app.unit_id()`;

/** Orders by the word of the unit that ordered, and of the committee that dispatches. */
export const DISH_ORDER_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.DISH_ORDER_TO_DISPATCH,
    why: WORDS.DISH_ORDER_TO_DISPATCH,
    thing: 'DishOrder',
    termVersion: countedBy('dish_order'),
    posts: COMMITTEE,
    settledBy: ['dispatchDishOrder', 'refuseDishOrder'],
    rows: `
      SELECT ${ABOUT}, r.placed_at AS since, ${endOfDay('r.to_day')} AS due_at FROM dish_order r
      WHERE r.region_id = ${REGION} AND r.network_id = ${CONVENED} AND r.state = 'PLACED' AND r.to_day >= ${TODAY}`,
  },
  {
    kind: InboxKind.DISH_ORDER_NEEDS_DAYS,
    why: WORDS.DISH_ORDER_NEEDS_DAYS,
    thing: 'DishOrder',
    posts: SPEAKERS,
    settledBy: ['updateDishOrder', 'withdrawDishOrder'],
    rows: `
      SELECT ${ABOUT}, ${endOfDay('r.to_day')} AS since, ${NO_TERM} FROM dish_order r
      WHERE ${OWN} AND r.state = 'PLACED' AND r.to_day < ${TODAY}`,
  },
  {
    kind: InboxKind.DISH_ORDER_LAST_WORD,
    why: WORDS.DISH_ORDER_LAST_WORD,
    thing: 'DishOrder',
    posts: SPEAKERS,
    settledBy: ['closeDishOrder', 'reopenDishOrder'],
    rows: `
      SELECT r.id AS thing_id, r.network_id, r.server_unit_id AS unit_id, r.title, r.served_at AS since, ${NO_TERM}
      FROM dish_order r WHERE ${OWN} AND r.state = 'SERVED'`,
  },
];
