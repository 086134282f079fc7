import { AUDIT_LINES, linesOf, NeedCategory, Network } from '#network';
import { asc, readsOf, sql } from '#reads';

export const NEED_CATEGORY_READS = readsOf(NeedCategory, 'NeedCategory', (category) => ({
  standing: category.sql(({ code }) => code),
  auditLines: category.page(AUDIT_LINES, linesOf('NeedCategory')),
}));

export const NEED_CATEGORY_TYPES = [
  NEED_CATEGORY_READS,
  readsOf(Network, 'Network', (network) => ({
    needCategories: network.rows(NEED_CATEGORY_READS, ({ networkId, place, id }, { id: ofNetwork }) => ({
      where: [sql`${networkId} = ${ofNetwork}`],
      orderBy: [asc(place), asc(id)],
    })),
  })),
];
