import { loadPage, type ConnectionArgs, type KeysetList, type Page } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Network } from './network.entity.js';

const BY_CODE: KeysetList = {
  name: 'networks',
  order: [
    { expression: 'network.code', direction: 'ASC' },
    { expression: 'network.id', direction: 'ASC' },
  ],
};

/** The networks that the post knows: its unit’s, those in its scope, and those that have invited the unit. */
export function listNetworks(
  tx: TenantTransaction,
  page: ConnectionArgs,
  count: boolean,
): Promise<Page<Network>> {
  const query = tx.manager
    .createQueryBuilder(Network, 'network')
    .where('network.regionId = :regionId', { regionId: tx.regionId });
  return loadPage(query, BY_CODE, page, count);
}
