import { ApiError, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Offer } from './offer.entity.js';

/** Throws NOT_FOUND unless the offer is shown in that network: through any other it cannot be asked for. */
export async function getShownOffer(
  tx: TenantTransaction,
  { offerId, networkId }: { offerId: string; networkId: string },
): Promise<Offer> {
  const offer = found(await tx.find<Offer>(Offer, offerId));
  if (!offer.networkIds.includes(networkId)) throw ApiError.notFound();
  return offer;
}
