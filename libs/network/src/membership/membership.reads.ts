import { asc, listOf, readsOf, sql, type Sql } from '#reads';
import { Network } from '../network/network.entity.js';
import { NETWORK_READS } from '../network/network.reads.js';
import { UNIT_READS } from '../unit/unit.reads.js';
import { Membership } from './membership.entity.js';
import type { MembershipFilter } from './membership.inputs.js';

export const MEMBERSHIP_READS = readsOf(Membership, 'Membership', (membership) => ({
  network: membership.row(NETWORK_READS, { id: 'networkId' }),
  unit: membership.row(UNIT_READS, { id: 'unitId' }),
  chatText: membership.resolverOfEntity(),
  wouldEnd: membership.resolverOfEntity(),
}));

/** A network may be given by its row. */
type MembershipWish = Omit<MembershipFilter, 'networkId'> & { readonly networkId?: Sql | string | null };

/** Active members of the networks one knows; the committee also sees who is invited, suspended or has left. */
export const MEMBERSHIPS = listOf(MEMBERSHIP_READS, {
  name: 'memberships',
  where: (membership, { networkId, unitId, states }: MembershipWish) => [
    networkId && sql`${membership.networkId} = ${networkId}`,
    unitId && sql`${membership.unitId} = ${unitId}`,
    states && sql`${membership.state} = ANY (${states})`,
  ],
  orderBy: ({ unitCode, id }) => [asc(unitCode), asc(id)],
});

/** What this adds to others. */
export const MEMBERSHIP_TYPES = [
  MEMBERSHIP_READS,
  readsOf(Network, 'Network', (network) => ({
    memberships: network.page(MEMBERSHIPS, ({ id }) => ({ networkId: id })),
  })),
];
