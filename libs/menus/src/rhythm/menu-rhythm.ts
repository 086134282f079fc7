import { localDayOf, type Span } from '#calendar';
import type { Words } from '#graphql';
import { timeZoneOf } from '#network';
import { Standing, type Happening, type Look } from '#rhythm';
import type { TenantTransaction } from '#tenancy';
import { In, Between, IsNull } from 'typeorm';
import { DishDate } from '../dish/dish-date.entity.js';
import { Dish, DishKind, DishState } from '../dish/dish.entity.js';
import { writeTitle } from '../dish/dish-title.js';
import { LIVE_STATES } from '../dish/dish.policy.js';
import { Menu } from '../menu/menu.entity.js';
import { MENU_STATES } from '../menu/menu.words.js';
import { MENU_RHYTHM_WORDS } from './menu-rhythm.words.js';

/** Whatever stands on the menus keeps the months; service days come anyway, and stand beside it. */
export async function watchActivities(tx: TenantTransaction, networkId: string, within: Span): Promise<Look> {
  const months = await monthsOf(tx, within);
  const menus = await tx.manager.findBy(Menu, {
    regionId: tx.regionId,
    networkId,
    month: Between(...months),
  });
  return {
    happenings: await listHappenings(tx, networkId, within),
    notes: new Map(menus.map((menu) => [menu.month, describe(menu)])),
  };
}

export async function watchSurveys(tx: TenantTransaction, networkId: string, within: Span): Promise<Look> {
  return { happenings: await listHappenings(tx, networkId, within, DishKind.TOPICAL_SURVEY) };
}

/** Of published dishes those that were held or lie ahead; for a committee also those that are not published. */
async function listHappenings(
  tx: TenantTransaction,
  networkId: string,
  within: Span,
  kind?: DishKind,
): Promise<Happening[]> {
  const month = Between(...(await monthsOf(tx, within)));
  const states = [...LIVE_STATES, DishState.CANCELLED];
  const dishes = await tx.manager.find(Dish, {
    where: { regionId: tx.regionId, networkId, month, state: In(states), ...(kind && { kind }) },
    order: { startsAt: 'ASC', id: 'ASC' },
  });
  const dates = await tx.manager.findBy(DishDate, {
    regionId: tx.regionId,
    dishId: In(dishes.map(({ id }) => id)),
    cancelledAt: IsNull(),
  });
  return dishes.flatMap((dish) => {
    const own = dates.filter(({ dishId }) => dishId === dish.id);
    const standing = standingOf(tx, dish, own);
    const counts = dish.kind !== DishKind.SERVICE_DAY;
    return standing
      ? [{ title: writeTitle(dish), startsAt: dish.startsAt, standing, counts, thing: dish }]
      : [];
  });
}

/** A course counts as held from the end of its first date on, and stays so when the rest of it is cancelled. */
function standingOf(tx: TenantTransaction, dish: Dish, dates: readonly DishDate[]): Standing | null {
  const { networkId, publishedAt, endedAt, state } = dish;
  if (publishedAt === null) {
    return tx.actor.convenedNetworkIds.includes(networkId) ? Standing.COMPOSED : null;
  }
  const until = endedAt ?? tx.now;
  if (dates.some(({ endsAt }) => endsAt <= until)) return Standing.HELD;
  return state === DishState.TAKEN ? Standing.AHEAD : null;
}

/** Menus are by month, and no dish leaves its own. */
async function monthsOf(tx: TenantTransaction, { startsAt, endsAt }: Span): Promise<[string, string]> {
  const zone = await timeZoneOf(tx);
  return [localDayOf(startsAt, zone), localDayOf(new Date(endsAt.getTime() - 1), zone)].map((day) =>
    day.with({ day: 1 }).toString(),
  ) as [string, string];
}

function describe({ state, edition }: Menu): Words {
  if (edition === 0) return MENU_STATES[state];
  return MENU_RHYTHM_WORDS.edition({ state: MENU_STATES[state], number: edition });
}
