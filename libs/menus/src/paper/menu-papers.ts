import { found } from '#graphql';
import { Network, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { DISH_CHAT } from '../dish/dish.words.js';
import { Dish, DishState } from '../dish/dish.entity.js';
import { Menu } from '../menu/menu.entity.js';
import { MenuVersion } from '../version/menu-version.entity.js';
import { describeDishes, type PublishedDish } from '../version/published-dish.js';
import { menuTable, type MenuTable } from './menu-table.js';

/** The version of a menu that was published last, to be printed: for whoever reads the menu. What was recorded afterwards follows. */
@Injectable()
export class MenuPapers {
  /** Null for a menu that is not there, that one does not see, or that collects. */
  async find(tx: TenantTransaction, id: string): Promise<MenuTable | null> {
    const menu = await tx.find(Menu, id);
    if (!menu || menu.edition === 0) return null;
    const where = { regionId: tx.regionId, menuId: id, number: menu.edition };
    const version = found(await tx.manager.findOneBy(MenuVersion, where));
    const network = found(await tx.find(Network, menu.networkId));
    const { number, publishedAt, dishes } = version;
    const recorded = await listRecorded(tx, menu);
    const shown = {
      network: network.name,
      month: menu.month,
      number,
      publishedAt,
      dishes: [...dishes, ...recorded],
    };
    return menuTable(shown, await timeZoneOf(tx));
  }
}

/** Marked as such: no version tells of it. */
async function listRecorded(tx: TenantTransaction, { networkId, month }: Menu): Promise<PublishedDish[]> {
  const dishes = await tx.manager.findBy(Dish, {
    regionId: tx.regionId,
    networkId,
    month,
    state: DishState.TAKEN,
    recordedAt: Not(IsNull()),
    publishedAt: Not(IsNull()),
  });
  const shown = await describeDishes(tx, dishes);
  return shown.map((dish) => ({ ...dish, title: DISH_CHAT.recorded({ title: dish.title }) }));
}
