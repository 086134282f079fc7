import type { WaitingKind } from '#inbox';
import { DISH_INBOX } from './dish/dish.inbox.js';
import { DISPATCH_INBOX } from './dispatch/dispatch.inbox.js';
import { DISH_HOST_INBOX } from './host/dish-host.inbox.js';
import { MENU_INBOX } from './menu/menu.inbox.js';
import { DISH_ORDER_INBOX } from './order/dish-order.inbox.js';

/** What of this library waits for whom. */
export const MENUS_INBOX: readonly WaitingKind[] = [
  ...DISH_HOST_INBOX,
  ...DISH_INBOX,
  ...DISH_ORDER_INBOX,
  ...DISPATCH_INBOX,
  ...MENU_INBOX,
];
