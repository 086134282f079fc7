import type { Span } from '#calendar';
import { judgeInput } from '#graphql';
import { FILE_READS, filesOf } from '#files';
import { AUDIT_LINES, linesOf, Network, NETWORK_READS, UNIT_READS } from '#network';
import { asc, ASKER, desc, listOf, readsOf, sql, type Columns, type Order, type Sql } from '#reads';
import { offerConditions, sortedLater } from '../search/offer-conditions.js';
import { NetworkOfferFilter } from '../search/offer-filter.inputs.js';
import { OfferInternal } from './offer-internal.entity.js';
import { Offer } from './offer.entity.js';
import { OfferOrder, type OfferFilter } from './offer.inputs.js';
import { stoodIn } from './stood-in.js';

const OFFER_INTERNAL_READS = readsOf(OfferInternal, 'OfferInternal', () => ({}));

export const OFFER_READS = readsOf(Offer, 'Offer', (offer) => ({
  unit: offer.row(UNIT_READS, { id: 'unitId' }),
  // An invitation shows a network's name, but not who is in it, and so not what is published there.
  networks: offer.rows(NETWORK_READS, (network, { networkIds }) => ({
    where: [sql`${network.id} = ANY (${networkIds})`, sql`${network.id} = ANY (app.known_network_ids())`],
    orderBy: [asc(network.code)],
  })),
  internal: offer.row(OFFER_INTERNAL_READS, { id: 'id' }),
  files: offer.rows(FILE_READS, (file, { id }) => filesOf(file, id)),
  auditLines: offer.page(AUDIT_LINES, linesOf('Offer')),
  busy: offer.resolverOfEntity(),
  free: offer.resolverOfEntity(),
  freeAmounts: offer.resolverOfEntity(),
  overCommitments: offer.resolverOfEntity(),
}));

const ORDERS: Record<OfferOrder, (offer: Columns<Offer>) => Order[]> = {
  TITLE_ASC: ({ title, id }) => [asc(sql`${title} COLLATE "zh-x-icu"`), asc(id)],
  CREATED_AT_DESC: ({ createdAt, id }) => [desc(createdAt), desc(id)],
};

export interface OfferWish {
  /** A network may be given by its row. */
  readonly filter: Omit<OfferFilter, 'networkId'> & {
    readonly networkId?: Sql | string | null;
    /** With a network: published there at some time of it, by the last publication; now without. */
    readonly stood?: Span;
  };
  readonly orderBy: OfferOrder;
}

interface NetworkOffersWish {
  readonly filter: object;
  readonly orderBy: OfferOrder;
}

const PUBLISHED = { since: sql`publication.published_at`, until: sql`publication.withdrawn_at` };

/** One's own offers in every state, and those published to one's networks. */
export const OFFERS = listOf(OFFER_READS, {
  name: 'offers',
  // Through the publications, which an index finds; the array on the offer is for the row policy.
  joins: ({ id }, { filter: { networkId, stood } }: OfferWish) =>
    networkId
      ? sql`JOIN offer_publication publication ON publication.region_id = ${ASKER.regionId}
          AND publication.offer_id = ${id} AND publication.network_id = ${networkId}
          AND ${stood ? stoodIn(stood, PUBLISHED.since, PUBLISHED.until) : sql`${PUBLISHED.until} IS NULL`}`
      : sql``,
  where: (offer, { filter }: OfferWish) => [
    filter.states && sql`${offer.state} = ANY (${filter.states})`,
    ...offerConditions(offer, filter),
  ],
  orderBy: (offer, { filter, orderBy }: OfferWish) =>
    ORDERS[orderBy](filter.search ? sortedLater(offer) : offer),
});

/** Beneath a network; Nest has not judged what is read with its parent. */
function filterOf(given: object, networkId: Sql): OfferWish['filter'] {
  const { search, unitId, kinds, facts } = judgeInput(NetworkOfferFilter, given, 'filter');
  return { search, unitId, kinds, facts, networkId };
}

export const OFFER_TYPES = [
  OFFER_INTERNAL_READS,
  OFFER_READS,
  readsOf(Network, 'Network', (network) => ({
    offers: network.page(OFFERS, ({ id }, { filter, orderBy }: NetworkOffersWish) => ({
      filter: filterOf(filter, id),
      orderBy,
    })),
  })),
];
