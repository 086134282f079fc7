import {
  COMMITTEE,
  CONVENED,
  countedBy,
  endOfDay,
  InboxKind,
  MEMBER,
  SPEAKERS,
  TODAY,
  type WaitingKind,
} from '#inbox';
import { NOW, REGION } from '#reads';
import { MENUS_INBOX_WORDS as WORDS } from '../menus-inbox.words.js';

const ABOUT = 'r.id AS thing_id, r.network_id, r.unit_id, r.title';
/** Until when a yes is awaited: after the last of its days nobody can give it. */
const ANSWER_BY = `coalesce(r.answer_by, ${endOfDay('r.to_day')})`;
const PUT_TO_US = `r.region_id = ${REGION} AND r.put_to_unit_id = app.unit_id() AND r.network_id = ${MEMBER}`;

/** Orders by the unit to which they are put. What stands open for any unit waits for nobody by name. */
export const DISPATCH_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.DISH_ORDER_TO_ACCEPT,
    why: WORDS.DISH_ORDER_TO_ACCEPT,
    thing: 'DishOrder',
    termVersion: countedBy('dish_order'),
    posts: SPEAKERS,
    settledBy: ['acceptDishOrder', 'declineDishOrder'],
    rows: `
      SELECT ${ABOUT}, r.dispatched_at AS since, ${ANSWER_BY} AS due_at FROM dish_order r
      WHERE ${PUT_TO_US} AND r.state = 'DISPATCHED'`,
  },
  {
    kind: InboxKind.DISH_ORDER_UNANSWERED,
    why: WORDS.DISH_ORDER_UNANSWERED,
    thing: 'DishOrder',
    termVersion: countedBy('dish_order'),
    posts: COMMITTEE,
    settledBy: ['recallDishOrder'],
    rows: `
      SELECT ${ABOUT}, ${ANSWER_BY} AS since, ${ANSWER_BY} AS due_at FROM dish_order r
      WHERE r.region_id = ${REGION} AND r.network_id = ${CONVENED} AND r.state = 'DISPATCHED'
        AND ${ANSWER_BY} <= ${NOW}`,
  },
  {
    kind: InboxKind.DISH_ORDER_TO_SERVE,
    why: WORDS.DISH_ORDER_TO_SERVE,
    thing: 'DishOrder',
    termVersion: countedBy('dish_order'),
    posts: SPEAKERS,
    settledBy: ['serveDishOrder', 'declineDishOrder'],
    rows: `
      SELECT ${ABOUT}, r.accepted_at AS since, ${endOfDay('r.to_day')} AS due_at FROM dish_order r
      WHERE ${PUT_TO_US} AND r.state = 'ACCEPTED' AND r.from_day <= ${TODAY}`,
  },
];
