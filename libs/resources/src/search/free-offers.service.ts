import type { Span } from '#calendar';
import { Injectable } from '@nestjs/common';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import type { OfferKind } from '../offer/offer.entity.js';
import { UnfitOffer, type FreeOffers } from './free-offers.object.js';
import { judgeCandidate } from './judge-candidate.js';
import { NextFreeSpans } from './next-free-spans.js';
import { OfferCandidates, type CandidateSource } from './offer-candidates.js';
import type { SharedOfferFilter } from './offer-filter.inputs.js';
import { kindsLentBy, kindsWith } from './wished-facts.js';

export interface FreeOffersWish {
  readonly filter: SharedOfferFilter;
  readonly span: Span;
  /** Of a pool; null for the least that can be had. */
  readonly amount: string | null;
  /** How many offers are looked at. */
  readonly most: number;
}

/** What can be had at a time: everything that might be, read at once, and judged as a request would be. */
@Injectable()
export class FreeOffersService {
  constructor(
    private readonly candidates: OfferCandidates,
    private readonly occupancy: OccupancyRepository,
  ) {}

  async find(from: CandidateSource, { filter, span, amount, most }: FreeOffersWish): Promise<FreeOffers> {
    const { facts: wished, kinds: wanted, ...rest } = filter;
    const facts = wished ?? {};
    const kinds = inAllOf([wanted ?? null, kindsWith(facts), kindsLentBy(amount)]);
    const found = await this.candidates.list(from, { ...rest, kinds }, span, most);
    const { offers, calendar, isCut, now } = found;
    const judged = offers.map((candidate) => ({
      candidate,
      verdict: judgeCandidate(candidate, calendar, { span, facts, amount, now }),
    }));
    const free = judged.filter(({ verdict }) => verdict.reasons.length === 0);
    const unfit = judged.filter(({ verdict }) => verdict.reasons.length > 0);
    const others = unfit.map(({ candidate }) => candidate);
    const next = new NextFreeSpans(this.occupancy, others, { span, amount, calendar, now });
    return {
      free: free.map(({ candidate }) => candidate.offer),
      unfit: unfit.map(({ candidate, verdict }) => new UnfitOffer(candidate, verdict, next)),
      isCut,
    };
  }
}

/** Null for those that do not narrow it down, and when none does. */
function inAllOf(lists: readonly (readonly OfferKind[] | null)[]): readonly OfferKind[] | null {
  return lists.reduce((some, list) =>
    some && list ? some.filter((kind) => list.includes(kind)) : (some ?? list),
  );
}
