import { AUDIT_LINES, linesOf, NETWORK_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order } from '#reads';
import { DISHES } from '../dish/dish.reads.js';
import { DishOrderBy } from '../dish/dish-filter.inputs.js';
import { MENU_VERSION_READS } from '../version/menu-version.reads.js';
import { Menu } from './menu.entity.js';
import { MenuOrder, type MenuFilter } from './menu.inputs.js';

export const MENU_READS = readsOf(Menu, 'Menu', (menu) => ({
  network: menu.row(NETWORK_READS, { id: 'networkId' }),
  versions: menu.rows(MENU_VERSION_READS, (version, { id }) => ({
    where: [sql`${version.menuId} = ${id}`],
    orderBy: [desc(version.number)],
  })),
  dishes: menu.page(DISHES, ({ networkId, month }) => ({
    filter: { networkId, month, onMenu: true as const },
    orderBy: DishOrderBy.STARTS_AT_ASC,
  })),
  auditLines: menu.page(AUDIT_LINES, linesOf('Menu')),
  chatText: menu.resolverOfEntity(),
  warnings: menu.resolverOfEntity(),
}));

const ORDERS: Record<MenuOrder, (menu: Columns<Menu>) => Order[]> = {
  MONTH_DESC: ({ month, id }) => [desc(month), desc(id)],
  MONTH_ASC: ({ month, id }) => [asc(month), asc(id)],
};

interface MenuWish {
  readonly filter: MenuFilter;
  readonly orderBy: MenuOrder;
}

/** Those published in one's networks; for a committee also those that collect. */
export const MENUS = listOf(MENU_READS, {
  name: 'menus',
  where: (menu, { filter }: MenuWish) => [
    filter.networkId && sql`${menu.networkId} = ${filter.networkId}`,
    filter.states && sql`${menu.state} = ANY (${filter.states})`,
    filter.from && sql`${menu.month} >= ${filter.from}`,
    filter.to && sql`${menu.month} < ${filter.to}`,
  ],
  orderBy: (menu, { orderBy }: MenuWish) => ORDERS[orderBy](menu),
});

export const MENU_TYPES = [MENU_VERSION_READS, MENU_READS];
