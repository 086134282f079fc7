import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Network } from './network.entity.js';

/** Does `work` with the rights of the committee of that network: what follows by rule from what another unit did. */
export async function asCommittee<T>(
  tx: TenantTransaction,
  networkId: string,
  work: () => Promise<T>,
): Promise<T> {
  const { convenerUnitId: unitId } = found(await tx.find(Network, networkId));
  return tx.asConvener({ unitId, networkId }, work);
}
