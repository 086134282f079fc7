import { hidePhones, joinChat } from '#graphql';
import { Network, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { writeDishTime } from '../dish/dish-time.js';
import { DISH_KINDS } from '../dish/dish.words.js';
import { MenuVersion } from '../version/menu-version.entity.js';
import { writePlaces, type PublishedDish } from '../version/published-dish.js';
import type { Menu } from './menu.entity.js';
import { MENU_CHAT } from './menu.words.js';

/** What one would write into the group chat about a menu, as it was published last; null before: nobody is told of it. */
export async function writeMenuChat(tx: TenantTransaction, menu: Menu): Promise<string | null> {
  const version = await tx.manager.findOneBy(MenuVersion, {
    regionId: tx.regionId,
    menuId: menu.id,
    number: menu.edition,
  });
  if (!version) return null;
  const zone = await timeZoneOf(tx);
  const network = (await tx.find(Network, menu.networkId))?.name ?? MENU_CHAT.aNetwork;
  const [year = '', month = ''] = menu.month.split('-');
  const blanks = { network, year, month: Number(month), number: version.number };
  const isChanged = version.changes.length > 0;
  return joinChat([
    (isChanged ? MENU_CHAT.changedHeadline : MENU_CHAT.headline)(blanks),
    ...(isChanged ? [MENU_CHAT.changes] : []),
    ...version.changes.map(({ zh }, at) => MENU_CHAT.change({ number: at + 1, what: hidePhones(zh) })),
    ...(isChanged ? [MENU_CHAT.all] : []),
    ...version.dishes.map((dish, at) => writeDish(dish, at + 1, zone)),
    MENU_CHAT.signUp,
  ]);
}

function writeDish(dish: PublishedDish, number: number, zone: string): string {
  const times = dish.dates.map(
    ({ startsAt, endsAt }) =>
      writeDishTime({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, zone).zh,
  );
  const places = writePlaces(dish);
  const parts = [
    times.join('、'),
    ...(places.length > 0 ? [places.join('、')] : []),
    [dish.lead, ...dish.hosts].join('、'),
    ...(dish.quota === null ? [] : [MENU_CHAT.quota({ count: dish.quota })]),
  ];
  const kind = DISH_KINDS[dish.kind].zh;
  return hidePhones(MENU_CHAT.dish({ number, title: dish.title, kind, parts: parts.join('；') }));
}
