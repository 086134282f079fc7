import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { BrokenRule } from '../availability/broken-rules.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { OfferKind, type Offer } from '../offer/offer.entity.js';
import { judgeCandidate } from './judge-candidate.js';
import { NextFreeSpans } from './next-free-spans.js';
import { OfferCandidates, sourceOf } from './offer-candidates.js';
import { UnfitReason } from './unfit-reason.enum.js';

/** More venues than any unit lends. */
const MOST_LOOKED_AT = 200;

/** Whether a venue can be had in one span; it can where it is not taken and no rule is broken. */
export interface VenueTime {
  readonly offer: Offer;
  readonly isTaken: boolean;
  readonly broken: readonly BrokenRule[];
  /** The next span as long as this one, not before it starts; null when there is none before the horizon. */
  readonly findNextFree: (tx: TenantTransaction) => Promise<Span | null>;
}

/** Whether one venue can be had in several spans, each judged as a request for it would be; one statement for all. */
@Injectable()
export class VenueTimes {
  constructor(
    private readonly candidates: OfferCandidates,
    private readonly occupancy: OccupancyRepository,
  ) {}

  /** In the order of the spans; none where the actor does not see the offer published to that network. */
  async judge(
    tx: TenantTransaction,
    { id, unitId }: Pick<Offer, 'id' | 'unitId'>,
    networkId: string,
    spans: readonly Span[],
  ): Promise<VenueTime[]> {
    if (spans.length === 0) return [];
    const filter = { networkIds: [networkId], unitId, kinds: [OfferKind.VENUE] };
    const found = await this.candidates.list(sourceOf(tx), filter, hullOf(spans), MOST_LOOKED_AT);
    const candidate = found.offers.find(({ offer }) => offer.id === id);
    if (!candidate) return [];
    const { calendar, now } = found;
    return spans.map((span) => {
      const { reasons, broken } = judgeCandidate(candidate, calendar, { span, facts: {}, amount: null, now });
      const wish = { span, amountOf: () => null, calendar, now };
      const next = new NextFreeSpans(this.occupancy, [candidate], wish);
      return {
        offer: candidate.offer,
        isTaken: reasons.includes(UnfitReason.TAKEN),
        broken,
        findNextFree: (reader) => next.of(reader, candidate),
      };
    });
  }
}

function hullOf(spans: readonly Span[]): Span {
  const starts = spans.map(({ startsAt }) => startsAt.getTime());
  const ends = spans.map(({ endsAt }) => endsAt.getTime());
  return { startsAt: new Date(Math.min(...starts)), endsAt: new Date(Math.max(...ends)) };
}
