import { groupBy } from '#reads';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { OfferClosure } from './closure.entity.js';

/** All closures of these offers, past ones too, by offer and in order; an offer without one has no entry. */
export async function listClosures(
  tx: TenantTransaction,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, OfferClosure[]>> {
  const closures = await tx.manager.find(OfferClosure, {
    where: { regionId: tx.regionId, offerId: In([...new Set(offerIds)]) },
    order: { startsAt: 'ASC', id: 'ASC' },
  });
  return groupBy(closures, ({ offerId }) => offerId);
}

/** Closures are seen where the offer is seen. */
export async function showClosures(
  tx: TenantTransaction,
  offerId: string,
  networkIds: string[],
): Promise<void> {
  await tx.manager.update(OfferClosure, { regionId: tx.regionId, offerId }, { networkIds });
}
