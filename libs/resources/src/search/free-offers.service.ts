import type { Span } from '#calendar';
import { Injectable } from '@nestjs/common';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { UnfitOffer, type FreeOffers } from './free-offers.object.js';
import { judgeCandidate } from './judge-candidate.js';
import { NextFreeSpans } from './next-free-spans.js';
import { OfferCandidates, type CandidateSource } from './offer-candidates.js';
import type { SharedOfferFilter } from './offer-filter.inputs.js';
import { kindsWith } from './wished-facts.js';

/** What can be had at a time: everything that might be, read at once, and judged as a request would be. */
@Injectable()
export class FreeOffersService {
  constructor(
    private readonly candidates: OfferCandidates,
    private readonly occupancy: OccupancyRepository,
  ) {}

  async find(
    from: CandidateSource,
    filter: SharedOfferFilter,
    span: Span,
    most: number,
  ): Promise<FreeOffers> {
    const { facts: wished, kinds: wanted, ...rest } = filter;
    const facts = wished ?? {};
    const able = kindsWith(facts);
    const kinds = able && wanted ? wanted.filter((kind) => able.includes(kind)) : (able ?? wanted ?? null);
    const found = await this.candidates.list(from, { ...rest, kinds }, span, most);
    const { offers, calendar, isCut, now } = found;
    const judged = offers.map((candidate) => ({
      candidate,
      verdict: judgeCandidate(candidate, calendar, { span, facts, now }),
    }));
    const free = judged.filter(({ verdict }) => verdict.reasons.length === 0);
    const unfit = judged.filter(({ verdict }) => verdict.reasons.length > 0);
    const others = unfit.map(({ candidate }) => candidate);
    const next = new NextFreeSpans(this.occupancy, others, { span, calendar, now });
    return {
      free: free.map(({ candidate }) => candidate.offer),
      unfit: unfit.map(({ candidate, verdict }) => new UnfitOffer(candidate, verdict, next)),
      isCut,
    };
  }
}
