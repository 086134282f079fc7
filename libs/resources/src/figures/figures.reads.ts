import { NETWORK_READS, Unit, UNIT_READS } from '#network';
import { desc, listOf, readsOf, sql } from '#reads';
import type { MonthFilter } from '../contribution/contribution.inputs.js';
import { Offer } from '../offer/offer.entity.js';
import { LendingMonth } from './lending-month.entity.js';

const LENDING_MONTH_READS = readsOf(LendingMonth, 'LendingMonth', (lent) => ({
  utilisation: lent.sql(
    ({ utilisedMinutes, openMinutes }) =>
      sql`round(least(${utilisedMinutes}, ${openMinutes})::numeric / nullif(${openMinutes}, 0), 4)::text`,
  ),
  unit: lent.row(UNIT_READS, { id: 'unitId' }),
  network: lent.row(NETWORK_READS, { id: 'networkId' }),
}));

/** Of one's own unit, of the networks that one convenes, and of those in a steward's scope. */
export const LENDING_MONTHS = listOf(LENDING_MONTH_READS, {
  name: 'lending by month',
  where: (lent, { filter: { unitId, networkId, from, to } }: { filter: MonthFilter }) => [
    unitId && sql`${lent.unitId} = ${unitId}`,
    networkId && sql`${lent.networkId} = ${networkId}`,
    sql`${lent.month} >= ${from}`,
    sql`${lent.month} < ${to}`,
  ],
  orderBy: ({ month, id }) => [desc(month), desc(id)],
});

export const FIGURES_TYPES = [
  LENDING_MONTH_READS,
  readsOf(Offer, 'Offer', (offer) => ({ lending: offer.resolverOfEntity() })),
  readsOf(Unit, 'Unit', (unit) => ({ lending: unit.resolver() })),
];
