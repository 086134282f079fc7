import { AUDIT_LINES, linesOf, NETWORK_READS, UNIT_READS } from '#network';
import { ASKER, asc, desc, listOf, readsOf, sql, type Columns, type Order, type Sql } from '#reads';
import { Need } from '../need/need.entity.js';
import { NEED_READS } from '../need/need.reads.js';
import { Claim } from './claim.entity.js';
import { ClaimOrder, type ClaimFilter } from './claim.inputs.js';

export const CLAIM_READS = readsOf(Claim, 'Claim', (claim) => ({
  need: claim.row(NEED_READS, { id: 'needId' }),
  network: claim.row(NETWORK_READS, { id: 'networkId' }),
  unit: claim.row(UNIT_READS, { id: 'unitId' }),
  auditLines: claim.page(AUDIT_LINES, linesOf('Claim')),
  chatText: claim.resolverOfEntity(),
}));

const ORDERS: Record<ClaimOrder, (claim: Columns<Claim>) => Order[]> = {
  UPDATED_AT_DESC: ({ updatedAt, id }) => [desc(updatedAt), desc(id)],
  UPDATED_AT_ASC: ({ updatedAt, id }) => [asc(updatedAt), asc(id)],
};

interface ClaimWish {
  /** A need may be given by its row. */
  readonly filter: Omit<ClaimFilter, 'needId'> & { readonly needId?: Sql | string | null };
  readonly orderBy: ClaimOrder;
}

/** One's own claims in every state, and those that units of one's networks have accepted; for a committee all of its network. */
export const CLAIMS = listOf(CLAIM_READS, {
  name: 'claims',
  where: (claim, { filter }: ClaimWish) => [
    filter.networkId && sql`${claim.networkId} = ${filter.networkId}`,
    filter.needId && sql`${claim.needId} = ${filter.needId}`,
    filter.unitId && sql`${claim.unitId} = ${filter.unitId}`,
    filter.states && sql`${claim.state} = ANY (${filter.states})`,
    filter.ways && sql`${claim.way} = ANY (${filter.ways})`,
  ],
  orderBy: (claim, { orderBy }: ClaimWish) => ORDERS[orderBy](claim),
});

export const CLAIM_TYPES = [
  CLAIM_READS,
  readsOf(Need, 'Need', (need) => ({
    claims: need.page(CLAIMS, ({ id }, { orderBy }: Pick<ClaimWish, 'orderBy'>) => ({
      filter: { needId: id },
      orderBy,
    })),
    askedCounts: need.resolver('networkId'),
    placesLeft: need.sql(
      ({ id, state, places }) => sql`(CASE WHEN ${state} IN ('TAKEN', 'OPEN') THEN ${places} -
        (SELECT count(*) FROM claim held WHERE held.region_id = ${ASKER.regionId} AND held.need_id = ${id} AND held.state = 'ACCEPTED')
        ELSE 0 END)::integer`,
    ),
  })),
];
