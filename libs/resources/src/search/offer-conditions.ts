import { patternOf, searchWordsOf } from '#network';
import { ASKER, sql, type Columns, type Condition, type Sql } from '#reads';
import type { Equipment, PowerSupply, Vehicle, Venue } from '../offer/offer-kinds.entity.js';
import type { Offer } from '../offer/offer.entity.js';
import type { OfferFactsFilter, SharedOfferFilter } from './offer-filter.inputs.js';

type AnyKind = Venue & Vehicle & PowerSupply & Equipment;
type FactConditions = {
  readonly [K in keyof OfferFactsFilter]-?: (offer: Columns<AnyKind>, wanted: unknown) => Sql;
};

/** A kind without the fact has nothing there to compare, and is left out. */
const FACTS: FactConditions = {
  capacityAtLeast: ({ capacity }, wanted) => sql`${capacity} >= ${wanted}`,
  stepFree: ({ stepFree }, wanted) => sql`${stepFree} = ${wanted}`,
  indoor: ({ indoor }, wanted) => sql`${indoor} = ${wanted}`,
  seatsAtLeast: ({ seats }, wanted) => sql`${seats} >= ${wanted}`,
  driverIncluded: ({ driverIncluded }, wanted) => sql`${driverIncluded} = ${wanted}`,
  voltage: ({ voltage }, wanted) => sql`${voltage} = ${wanted}`,
  maxLoadKwAtLeast: ({ maxLoadKw }, wanted) => sql`${maxLoadKw} >= ${wanted}::numeric`,
  quantityAtLeast: ({ quantity }, wanted) => sql`${quantity} >= ${wanted}`,
};

/**
 * What a filter asks of an offer. Which offers one sees, and in which network, the row policy's index tells first:
 * words and facts are then looked for in some dozens of rows, as no index of theirs can be reached behind the wall.
 */
export function offerConditions(
  offer: Columns<Offer>,
  { search, unitId, kinds, facts, networkIds }: SharedOfferFilter,
): Condition[] {
  return [
    unitId && sql`${offer.unitId} = ${unitId}`,
    kinds && sql`${offer.kind} = ANY (${kinds})`,
    networkIds &&
      sql`${offer.id} IN (SELECT shown.offer_id FROM offer_publication shown
        WHERE shown.region_id = ${ASKER.regionId} AND shown.network_id = ANY (${networkIds})
          AND shown.withdrawn_at IS NULL)`,
    ...factConditions(offer as Columns<AnyKind>, facts ?? {}),
    ...wordConditions(offer, search ?? ''),
  ];
}

function factConditions(offer: Columns<AnyKind>, facts: OfferFactsFilter): Condition[] {
  const names = Object.keys(FACTS) as (keyof OfferFactsFilter)[];
  return names.map((name) => (facts[name] ?? null) !== null && FACTS[name](offer, facts[name]));
}

/** Every word must be found; of marks alone, which nothing is found by, nothing is. */
function wordConditions({ searchText, unitId }: Columns<Offer>, search: string): Condition[] {
  const words = searchWordsOf(search);
  if (words.length === 0 && search.trim() !== '') return [sql`FALSE`];
  return words.map((word) => {
    const pattern = patternOf(word);
    return sql`${searchText} ~ ${pattern} OR (SELECT owner.search_text ~ ${pattern} FROM unit owner
      WHERE owner.region_id = ${ASKER.regionId} AND owner.id = ${unitId})`;
  });
}

/**
 * The same to sort by, past the indexes that have the order: for words that are rare, the planner would walk through all
 * offers of the region in that order, when those that one sees are dozens.
 */
export function sortedLater(offer: Columns<Offer>): Columns<Offer> {
  const { title, createdAt } = offer;
  return { ...offer, title: sql`(${title} || '')`, createdAt: sql`(${createdAt} + interval '0')` };
}
