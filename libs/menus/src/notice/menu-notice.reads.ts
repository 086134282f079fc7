import { NETWORK_READS, UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql } from '#reads';
import { DISH_DATE_READS, DISH_READS } from '../dish/dish.reads.js';
import { SIGN_UP_READS } from '../sign-up/sign-up.reads.js';
import { MenuNotice } from './menu-notice.entity.js';
import type { MenuNoticeFilter } from './menu-notice.inputs.js';

export const MENU_NOTICE_READS = readsOf(MenuNotice, 'MenuNotice', (notice) => ({
  network: notice.row(NETWORK_READS, { id: 'networkId' }),
  unit: notice.row(UNIT_READS, { id: 'unitId' }),
  dish: notice.row(DISH_READS, { id: 'dishId' }),
  signUp: notice.row(SIGN_UP_READS, { id: 'signUpId' }),
  dates: notice.rows(DISH_DATE_READS, (date, { dateIds }) => ({
    where: [sql`${date.id} = ANY (${dateIds})`],
    orderBy: [asc(date.startsAt), asc(date.id)],
  })),
  chatText: notice.resolverOfEntity(),
}));

/** What one's unit was told; for a committee what it told the units of its networks. The latest first. */
export const MENU_NOTICES = listOf(MENU_NOTICE_READS, {
  name: 'menuNotices',
  where: (notice, { filter }: { readonly filter: MenuNoticeFilter }) => [
    filter.networkId && sql`${notice.networkId} = ${filter.networkId}`,
    filter.unitId && sql`${notice.unitId} = ${filter.unitId}`,
    filter.kinds && sql`${notice.kind} = ANY (${filter.kinds})`,
    filter.from && sql`${notice.toldAt} >= ${filter.from}`,
  ],
  orderBy: ({ toldAt, id }) => [desc(toldAt), desc(id)],
});

export const MENU_NOTICE_TYPES = [MENU_NOTICE_READS];
