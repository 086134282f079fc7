import type { TenantTransaction } from '#tenancy';
import type { Need } from '../need/need.entity.js';
import type { Claim } from './claim.entity.js';

type Said = 'unitId' | 'way' | 'state' | 'place' | 'askedAt' | 'acceptedAt';

/** As it begins: asked, or taken from the open list. */
export function newClaim(
  tx: TenantTransaction,
  { id: needId, networkId }: Need,
  said: Pick<Claim, Said>,
): Omit<Claim, 'regionId'> {
  return {
    ...said,
    id: tx.newId(),
    needId,
    networkId,
    reason: null,
    arrivedAt: null,
    finishedAt: null,
    settledAt: null,
    recordedAt: null,
    updatedAt: tx.now,
    version: 1,
  };
}
