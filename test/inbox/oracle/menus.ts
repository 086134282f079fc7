import { all, convenes, isOwn, isPast, keysOf, speaks, type Thing, type Unit, type Viewer } from './seen.js';

interface SeenDish extends Thing {
  readonly lead: Unit | null;
  readonly month: string;
  readonly recordedAt: string | null;
  readonly publishedAt: string | null;
  readonly endsAt: string;
  readonly hosts: readonly { id: string; state: string; isLead: boolean; unit: Unit | null }[];
  readonly dates: readonly { readonly endsAt: string; readonly cancelledAt: string | null }[];
  readonly outcome: Unit | null;
}
const DISH = `state month recordedAt publishedAt endsAt unit { id } network { id } lead { id } outcome { id }
  hosts { id state isLead unit { id } } dates { endsAt cancelledAt }`;

type SeenMenu = Thing & { readonly month: string };

export async function menusWaiting(viewer: Viewer): Promise<string[]> {
  if (!speaks(viewer)) return [];
  const menus = await all<SeenMenu>(viewer.client, 'menus', 'state month network { id }');
  const dishes = await all<SeenDish>(viewer.client, 'dishes', DISH, 20);
  return [
    ...menus.flatMap((menu) => ofMenu(viewer, menu, dishes)),
    ...dishes.flatMap((dish) => ofDish(viewer, dish, menuOf(dish, menus))),
  ];
}

function menuOf({ month, network }: SeenDish, menus: readonly SeenMenu[]): SeenMenu | undefined {
  return menus.find((menu) => menu.month === month && menu.network?.id === network?.id);
}

function ofMenu(viewer: Viewer, menu: SeenMenu, dishes: readonly SeenDish[]): string[] {
  const taken = dishes.filter((dish) => dish.state === 'TAKEN' && menuOf(dish, [menu]));
  const fresh = taken.filter(({ recordedAt, publishedAt }) => !recordedAt && !publishedAt);
  const isReady = fresh.every(
    ({ endsAt, hosts }) =>
      !isPast(viewer, endsAt) && !hosts.some(({ isLead, state }) => isLead && state === 'ASKED'),
  );
  const isMonthOver = menu.month.slice(0, 7) < viewer.today.slice(0, 7);
  const isOpen = convenes(viewer, menu) && ['COLLECTING', 'PUBLISHED'].includes(menu.state);
  return keysOf(menu.id, [
    ['MENU_TO_PUBLISH', isOpen && viewer.role === 'SECRETARY' && !isMonthOver && fresh.length > 0 && isReady],
    ['MENU_TO_CLOSE', isOpen && isMonthOver && taken.every(({ endsAt }) => isPast(viewer, endsAt))],
  ]);
}

function ofDish(viewer: Viewer, dish: SeenDish, menu: SeenMenu | undefined): string[] {
  const { id, state, lead, hosts, dates, outcome, recordedAt, publishedAt, endsAt } = dish;
  const isMember = viewer.member.has(dish.network?.id ?? '');
  const standing = dates.filter(({ cancelledAt }) => !cancelledAt);
  const wasHeld = standing.length > 0 && standing.every((date) => isPast(viewer, date.endsAt));
  const isMenuOpen = menu !== undefined && menu.state !== 'CLOSED';
  const mayBeHeld = recordedAt !== null || !isPast(viewer, endsAt);
  const asked = hosts.filter((host) => isOwn(viewer, host.unit) && host.state === 'ASKED');
  return [
    ...keysOf(id, [
      ['DISH_TO_TAKE', state === 'PROPOSED' && convenes(viewer, dish)],
      ['DISH_RETURNED', state === 'RETURNED' && isOwn(viewer, dish.unit) && isMember],
      [
        'DISH_OUTCOME',
        state === 'TAKEN' &&
          !!publishedAt &&
          isOwn(viewer, lead) &&
          isMember &&
          wasHeld &&
          !outcome &&
          isMenuOpen,
      ],
    ]),
    ...asked.flatMap((host) =>
      keysOf(host.id, [
        [
          'DISH_HOST_ASKED',
          ['PROPOSED', 'TAKEN'].includes(state) && mayBeHeld && isMember && menu?.state !== 'CLOSED',
        ],
      ]),
    ),
  ];
}

interface SeenOrder extends Thing {
  readonly server: Unit | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly answerBy: string | null;
  readonly requests: readonly { readonly state: string; readonly unit: Unit | null }[];
}
const ORDER = `state fromDay toDay answerBy unit { id } network { id } server { id } requests { state unit { id } }`;

export async function ordersWaiting(viewer: Viewer): Promise<string[]> {
  if (!speaks(viewer)) return [];
  return (await all<SeenOrder>(viewer.client, 'dishOrders', ORDER, 20)).flatMap((order) => {
    const { id, state, unit, server, requests, fromDay, toDay, answerBy } = order;
    const areDaysOver = toDay < viewer.today;
    const isAsked = requests.some((one) => one.state === 'ASKED' && isOwn(viewer, one.unit));
    return keysOf(id, [
      ['DISH_ORDER_TO_DISPATCH', state === 'PLACED' && convenes(viewer, order) && !areDaysOver],
      ['DISH_ORDER_NEEDS_DAYS', state === 'PLACED' && isOwn(viewer, unit) && areDaysOver],
      ['DISH_ORDER_TO_ACCEPT', state === 'DISPATCHED' && isAsked],
      [
        'DISH_ORDER_UNANSWERED',
        state === 'DISPATCHED' && convenes(viewer, order) && isPast(viewer, answerBy),
      ],
      ['DISH_ORDER_TO_SERVE', state === 'ACCEPTED' && isOwn(viewer, server) && fromDay <= viewer.today],
      ['DISH_ORDER_LAST_WORD', state === 'SERVED' && isOwn(viewer, unit)],
    ]);
  });
}
