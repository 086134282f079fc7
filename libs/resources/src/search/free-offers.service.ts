import type { Span } from '#calendar';
import { NotWritten, type Written } from '#graphql';
import type { Around, AskedAround, RowAround, Sql } from '#reads';
import { Injectable } from '@nestjs/common';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import type { OfferKind } from '../offer/offer.entity.js';
import { UnfitOffer, type FreeOffers } from './free-offers.object.js';
import { judgeCandidate } from './judge-candidate.js';
import { NextFreeSpans } from './next-free-spans.js';
import {
  OfferCandidates,
  WRITTEN_OFFERS,
  type Candidate,
  type CandidateFilter,
  type Candidates,
  type CandidatesAnswer,
  type CandidateSource,
} from './offer-candidates.js';
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

/** A way to ask for rows as the client reads them. */
interface AskAround {
  askAround<Answer>(
    around: Around,
    compose: (row: RowAround) => Sql,
  ): Promise<AskedAround<Answer> | NotWritten>;
}

/** What can be had at a time: everything that might be, read at once, and judged as a request would be. */
@Injectable()
export class FreeOffersService {
  constructor(
    private readonly candidates: OfferCandidates,
    private readonly occupancy: OccupancyRepository,
  ) {}

  async find(from: CandidateSource, wish: FreeOffersWish): Promise<FreeOffers> {
    const found = await this.candidates.list(from, filterOf(wish), wish.span, wish.most);
    const { free, unfit } = this.judge(found, wish);
    return { free: free.map(({ offer }) => offer), unfit, isCut: found.isCut };
  }

  /** The same with each offer as the client reads it. */
  async write(
    from: Pick<CandidateSource, 'read'> & AskAround,
    wish: FreeOffersWish,
  ): Promise<Written | NotWritten> {
    const { span, most } = wish;
    const asked = await from.askAround<CandidatesAnswer>(WRITTEN_OFFERS, (row) =>
      this.candidates.around(filterOf(wish), span, most, row),
    );
    if (asked instanceof NotWritten) return asked;
    const found = await this.candidates.of(from, asked.answer, most);
    const { free, unfit } = this.judge(found, wish);
    return asked.write({
      free: free.map(({ written }) => written.asFree),
      unfit: unfit.map(({ candidate, reasons, breaches }) => {
        return { offer: candidate.written.asUnfit, reasons, breaches };
      }),
      isCut: found.isCut,
    });
  }

  private judge(
    { offers, calendar, now }: Candidates,
    { filter, span, amount }: FreeOffersWish,
  ): { free: Candidate[]; unfit: UnfitOffer[] } {
    const facts = filter.facts ?? {};
    const judged = offers.map((candidate) => ({
      candidate,
      verdict: judgeCandidate(candidate, calendar, { span, facts, amount, now }),
    }));
    const free = judged.filter(({ verdict }) => verdict.reasons.length === 0);
    const unfit = judged.filter(({ verdict }) => verdict.reasons.length > 0);
    const others = unfit.map(({ candidate }) => candidate);
    const next = new NextFreeSpans(this.occupancy, others, { span, amountOf: () => amount, calendar, now });
    return {
      free: free.map(({ candidate }) => candidate),
      unfit: unfit.map(({ candidate, verdict }) => new UnfitOffer(candidate, verdict, next)),
    };
  }
}

function filterOf({ filter, amount }: FreeOffersWish): CandidateFilter {
  const { facts, kinds, ...rest } = filter;
  return { ...rest, kinds: inAllOf([kinds ?? null, kindsWith(facts ?? {}), kindsLentBy(amount)]) };
}

/** Null for those that do not narrow it down, and when none does. */
function inAllOf(lists: readonly (readonly OfferKind[] | null)[]): readonly OfferKind[] | null {
  return lists.reduce((some, list) =>
    some && list ? some.filter((kind) => list.includes(kind)) : (some ?? list),
  );
}
