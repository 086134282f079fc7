import { NETWORK_READS, UNIT_READS } from '#network';
import { desc, listOf, readsOf, sql, type Sql } from '#reads';
import { BOOKING_READS } from '../booking/booking.reads.js';
import { ContributionTotal } from './contribution-total.entity.js';
import { Contribution } from './contribution.entity.js';
import type { ContributionFilter, MonthFilter } from './contribution.inputs.js';

/** Postgres rounds numerics half away from zero: a counter-entry shows what its entry showed. */
const shown = ({ sixtieths }: { sixtieths: Sql }): Sql => sql`round(${sixtieths} / 60, 2)::text`;

export const CONTRIBUTION_READS = readsOf(Contribution, 'Contribution', (entry) => ({
  amount: entry.sql(shown),
  isCounterEntry: entry.sql(({ countersId }) => sql`${countersId} IS NOT NULL`),
  booking: entry.row(BOOKING_READS, { id: 'bookingId' }),
  unit: entry.row(UNIT_READS, { id: 'unitId' }),
  requester: entry.row(UNIT_READS, { id: 'requesterUnitId' }),
  network: entry.row(NETWORK_READS, { id: 'networkId' }),
}));

const CONTRIBUTION_TOTAL_READS = readsOf(ContributionTotal, 'ContributionTotal', (total) => ({
  amount: total.sql(shown),
  unit: total.row(UNIT_READS, { id: 'unitId' }),
  network: total.row(NETWORK_READS, { id: 'networkId' }),
}));

/** Of one's own unit; for a committee also what was lent through its network. */
export const CONTRIBUTIONS = listOf(CONTRIBUTION_READS, {
  name: 'contributions',
  where: (entry, { filter: { unitId, networkId, from, to } }: { filter: ContributionFilter }) => [
    unitId && sql`${entry.unitId} = ${unitId}`,
    networkId && sql`${entry.networkId} = ${networkId}`,
    from && sql`${entry.usedAt} >= ${from}`,
    to && sql`${entry.usedAt} < ${to}`,
  ],
  orderBy: ({ usedAt, id }) => [desc(usedAt), desc(id)],
});

/** The same, and what was lent in a steward's scope. */
export const CONTRIBUTION_TOTALS = listOf(CONTRIBUTION_TOTAL_READS, {
  name: 'contribution totals',
  where: (total, { filter: { unitId, networkId, from, to } }: { filter: MonthFilter }) => [
    unitId && sql`${total.unitId} = ${unitId}`,
    networkId && sql`${total.networkId} = ${networkId}`,
    sql`${total.month} >= ${from}`,
    sql`${total.month} < ${to}`,
  ],
  orderBy: ({ month, id }) => [desc(month), desc(id)],
});

export const CONTRIBUTION_TYPES = [CONTRIBUTION_READS, CONTRIBUTION_TOTAL_READS];
