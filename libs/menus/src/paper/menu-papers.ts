import { found } from '#graphql';
import { Network, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Menu } from '../menu/menu.entity.js';
import { MenuVersion } from '../version/menu-version.entity.js';
import { menuTable, type MenuTable } from './menu-table.js';

/** The version of a menu that was published last, to be printed: for whoever reads the menu. */
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
    const shown = { network: network.name, month: menu.month, number, publishedAt, dishes };
    return menuTable(shown, await timeZoneOf(tx));
  }
}
