import { loadPage, type ConnectionArgs, type KeysetList, type Page } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Membership } from './membership.entity.js';
import type { MembershipFilter } from './membership.inputs.js';

const BY_CODE: KeysetList = {
  name: 'memberships',
  order: [
    { expression: 'membership.unitCode', direction: 'ASC' },
    { expression: 'membership.id', direction: 'ASC' },
  ],
};

/** Active members of the networks one knows; the committee also sees who is invited, suspended or has left. */
export function listMemberships(
  tx: TenantTransaction,
  filter: MembershipFilter,
  page: ConnectionArgs,
  count: boolean,
): Promise<Page<Membership>> {
  const query = tx.manager
    .createQueryBuilder(Membership, 'membership')
    .where('membership.regionId = :regionId', { regionId: tx.regionId });
  const { networkId, unitId, states } = filter;
  if (networkId) query.andWhere('membership.networkId = :networkId', { networkId });
  if (unitId) query.andWhere('membership.unitId = :unitId', { unitId });
  if (states) query.andWhere('membership.state = ANY (:states)', { states });
  return loadPage(query, BY_CODE, page, count);
}
