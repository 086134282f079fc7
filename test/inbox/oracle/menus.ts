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
  const menus = await all<SeenMenu>(viewer.client, 'menus', 'state version month network { id }');
  const dishes = await all<SeenDish>(viewer.client, 'dishes', DISH, 20);
  const ofMenus = await Promise.all(menus.map((menu) => ofMenu(viewer, menu, dishes)));
  return [...ofMenus.flat(), ...dishes.flatMap((dish) => ofDish(viewer, dish, menuOf(dish, menus)))];
}

function menuOf({ month, network }: SeenDish, menus: readonly SeenMenu[]): SeenMenu | undefined {
  return menus.find((menu) => menu.month === month && menu.network?.id === network?.id);
}

const PUBLISH = `mutation ($id: ID!, $version: Int!) { publishMenu(id: $id, version: $version, tryOnly: true) {
  __typename ... on Refusal { message } } }`;
/** As the mutation says that there is nothing to publish; anything else in the way is the secretary’s to clear. */
const NOTHING_NEW = /nothing (on it )?has changed|nothing stands on it/i;

async function isNews({ client }: Viewer, { id, version }: SeenMenu): Promise<boolean> {
  type Answer = { publishMenu: { readonly message?: string } };
  const { publishMenu } = await client.ask<Answer>(PUBLISH, { id, version });
  return !NOTHING_NEW.test(publishMenu.message ?? '');
}

async function ofMenu(viewer: Viewer, menu: SeenMenu, dishes: readonly SeenDish[]): Promise<string[]> {
  const taken = dishes.filter((dish) => dish.state === 'TAKEN' && menuOf(dish, [menu]));
  const isMonthOver = menu.month.slice(0, 7) < viewer.today.slice(0, 7);
  const isOpen = convenes(viewer, menu) && ['COLLECTING', 'PUBLISHED'].includes(menu.state);
  const mayPublish = isOpen && viewer.role === 'SECRETARY' && !isMonthOver;
  return keysOf(menu.id, [
    ['MENU_TO_PUBLISH', mayPublish && (await isNews(viewer, menu))],
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
  const isMonthOver = dish.month.slice(0, 7) < viewer.today.slice(0, 7);
  const mayCome = menu?.state !== 'CLOSED' && (recordedAt !== null || !isMonthOver);
  const asked = hosts.filter((host) => isOwn(viewer, host.unit) && host.state === 'ASKED');
  return [
    ...keysOf(id, [
      ['DISH_TO_TAKE', state === 'PROPOSED' && convenes(viewer, dish) && mayCome],
      ['DISH_RETURNED', state === 'RETURNED' && isOwn(viewer, dish.unit) && isMember && mayCome],
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
        state === 'DISPATCHED' &&
          convenes(viewer, order) &&
          (answerBy === null ? areDaysOver : isPast(viewer, answerBy)),
      ],
      ['DISH_ORDER_TO_SERVE', state === 'ACCEPTED' && isOwn(viewer, server) && fromDay <= viewer.today],
      ['DISH_ORDER_LAST_WORD', state === 'SERVED' && isOwn(viewer, unit)],
    ]);
  });
}
