import { ApiError } from '#graphql';
import { getShownOffer, OfferKind } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { MEETING_OFFER_WORDS } from './meeting-offer.words.js';

/** @throws ApiError NOT_FOUND for an offer that is not lent in that network, BAD_USER_INPUT at `path` for one that is no venue */
export async function expectVenue(
  tx: TenantTransaction,
  { networkId, offerId }: { networkId: string; offerId: string | null },
  path: string,
): Promise<void> {
  if (offerId === null) return;
  const { kind } = await getShownOffer(tx, { offerId, networkId });
  if (kind !== OfferKind.VENUE) throw ApiError.badInput([{ path, message: MEETING_OFFER_WORDS.noVenue }]);
}
