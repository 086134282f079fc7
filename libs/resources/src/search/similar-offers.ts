import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Offer } from '../offer/offer.entity.js';
import { judgeCandidate } from './judge-candidate.js';
import { OfferCandidates, sourceOf } from './offer-candidates.js';
import { factsOf, isOfSameSort, sizeOf } from './wished-facts.js';

const MOST = 3;
/** More of one kind than any network has. */
const MOST_LOOKED_AT = 200;

/** What a refused wish was for. */
export interface RefusedWish extends Span {
  readonly offerId: string;
  readonly networkId: string;
  /** Of a pool; null for what is lent whole. */
  readonly amount: string | null;
}

/** A refusal should help further: what else of that network would do, at the very time that was wanted. */
@Injectable()
export class SimilarOffers {
  constructor(private readonly candidates: OfferCandidates) {}

  /** Offers of the same kind with the same or better facts, free in the whole span; the nearest in size first, at most three. */
  async list(tx: TenantTransaction, { offerId, networkId, amount, ...span }: RefusedWish): Promise<Offer[]> {
    const wanted = await tx.find<Offer>(Offer, offerId);
    if (!wanted) return [];
    const filter = { networkIds: [networkId], kinds: [wanted.kind] };
    const { offers, calendar, now } = await this.candidates.list(sourceOf(tx), filter, span, MOST_LOOKED_AT);
    const wish = { span, facts: factsOf(wanted), amount, now };
    return offers
      .filter(({ offer }) => offer.id !== offerId && isOfSameSort(offer, wanted))
      .filter((candidate) => judgeCandidate(candidate, calendar, wish).reasons.length === 0)
      .map(({ offer }) => offer)
      .toSorted((one, other) => sizeOf(one) - sizeOf(other))
      .slice(0, MOST);
  }
}
