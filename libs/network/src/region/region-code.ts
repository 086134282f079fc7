import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Region } from './region.entity.js';

/** The code of the region, which one signs in with and every code begins with. */
export async function getRegionCode(tx: TenantTransaction): Promise<string> {
  return found(await tx.manager.findOneBy(Region, { id: tx.regionId })).code;
}
