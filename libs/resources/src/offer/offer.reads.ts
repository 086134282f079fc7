import { loadPage, type ConnectionArgs, type KeysetList, type Page } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { OfferPublication } from './offer-publication.entity.js';
import { Offer } from './offer.entity.js';
import { OfferOrder, type OfferFilter } from './offer.inputs.js';

const LISTS: Record<OfferOrder, KeysetList> = {
  TITLE_ASC: {
    name: 'offers by title',
    order: [
      { expression: 'offer.title COLLATE "zh-x-icu"', direction: 'ASC' },
      { expression: 'offer.id', direction: 'ASC' },
    ],
  },
  CREATED_AT_DESC: {
    name: 'offers by age',
    order: [
      { expression: 'offer.createdAt', direction: 'DESC' },
      { expression: 'offer.id', direction: 'DESC' },
    ],
  },
};

export interface OfferListing {
  filter: OfferFilter;
  orderBy: OfferOrder;
  page: ConnectionArgs;
  count: boolean;
}

/** One's own offers in every state, and those published to one's networks. */
export function listOffers(
  tx: TenantTransaction,
  { filter, orderBy, page, count }: OfferListing,
): Promise<Page<Offer>> {
  const { regionId } = tx;
  const query = tx.manager
    .createQueryBuilder(Offer, 'offer')
    .where('offer.regionId = :regionId', { regionId });
  const { networkId, unitId, kinds, states } = filter;
  if (networkId) {
    // Through the publications, which an index finds; the array on the offer is for the row policy.
    query.innerJoin(
      OfferPublication,
      'publication',
      `publication.regionId = :regionId AND publication.offerId = offer.id
        AND publication.networkId = :networkId AND publication.withdrawnAt IS NULL`,
      { networkId },
    );
  }
  if (unitId) query.andWhere('offer.unitId = :unitId', { unitId });
  if (kinds) query.andWhere('offer.kind = ANY (:kinds)', { kinds });
  if (states) query.andWhere('offer.state = ANY (:states)', { states });
  return loadPage(query, LISTS[orderBy], page, count);
}
