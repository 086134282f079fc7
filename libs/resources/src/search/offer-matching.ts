import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { BrokenRule } from '../availability/broken-rules.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { OfferKind, type Offer } from '../offer/offer.entity.js';
import { judgeCandidate } from './judge-candidate.js';
import { NextFreeSpans } from './next-free-spans.js';
import { OfferCandidates, sourceOf, type Candidate, type Candidates } from './offer-candidates.js';
import type { OfferFactsFilter } from './offer-filter.inputs.js';
import { UnfitReason } from './unfit-reason.enum.js';
import { judgeFacts, type JudgedFact } from './wished-facts.js';

/** More than any network has; what comes after them by title is not looked at. */
const MOST_LOOKED_AT = 200;
const NEXT_SPANS = 3;

/** What somebody lacks, as far as an offer can help. */
export interface LackedOffer {
  readonly networkId: string;
  readonly kinds: readonly OfferKind[];
  readonly facts: OfferFactsFilter;
  /** Null when any time will do: then times are not judged. */
  readonly span: Span | null;
}

/** All that speaks for one offer and against it. */
export interface OfferMatch {
  readonly offer: Offer;
  readonly facts: readonly JudgedFact[];
  readonly factsHold: boolean;
  /** Null when any time will do. */
  readonly time: { readonly isTaken: boolean; readonly broken: readonly BrokenRule[] } | null;
  /** The facts hold, and it can be had then. */
  readonly fits: boolean;
  /** The next three spans as long as the wanted one; none where it fits, or where no time would make it fit. */
  readonly listNextFree: (tx: TenantTransaction) => Promise<Span[]>;
}

/** Which offers of a network would help, each judged as a request for it would be; its statements do not grow with them. */
@Injectable()
export class OfferMatching {
  constructor(
    private readonly candidates: OfferCandidates,
    private readonly occupancy: OccupancyRepository,
  ) {}

  /** The offers of these kinds that the actor sees in that network, by title; at most 200. */
  async list(tx: TenantTransaction, lacked: LackedOffer): Promise<OfferMatch[]> {
    const { networkId, kinds, span } = lacked;
    if (kinds.length === 0) return [];
    // Where time does not count, any span will do to ask with.
    const asked = span ?? { startsAt: tx.now, endsAt: tx.now };
    const filter = { networkIds: [networkId], kinds };
    const found = await this.candidates.list(sourceOf(tx), filter, asked, MOST_LOOKED_AT);
    const judged = found.offers.map((candidate) => judgeOne(candidate, found, lacked));
    const late = judged.filter(({ factsHold, fits }) => factsHold && !fits);
    const next = span && this.nextOf(late, found, lacked, span);
    return judged.map(({ candidate, ...match }) => ({
      ...match,
      listNextFree: async (reader) =>
        next && match.factsHold && !match.fits ? next.listOf(reader, candidate, NEXT_SPANS) : [],
    }));
  }

  private nextOf(
    late: readonly { candidate: Candidate }[],
    { calendar, now }: Candidates,
    { facts }: LackedOffer,
    span: Span,
  ): NextFreeSpans {
    const candidates = late.map(({ candidate }) => candidate);
    const amountOf = (offer: Offer): string | null => wantedOf(offer, facts);
    return new NextFreeSpans(this.occupancy, candidates, { span, amountOf, calendar, now });
  }
}

function judgeOne(
  candidate: Candidate,
  { calendar, now }: Candidates,
  { facts, span }: LackedOffer,
): Omit<OfferMatch, 'listNextFree'> & { candidate: Candidate } {
  const { offer } = candidate;
  const judged = judgeFacts(offer, facts);
  const factsHold = judged.every(({ holds }) => holds);
  if (span === null) return { candidate, offer, facts: judged, factsHold, time: null, fits: factsHold };
  const amount = wantedOf(offer, facts);
  const { reasons, broken } = judgeCandidate(candidate, calendar, { span, facts, amount, now });
  const time = { isTaken: reasons.includes(UnfitReason.TAKEN), broken };
  return { candidate, offer, facts: judged, factsHold, time, fits: reasons.length === 0 };
}

/** Of a pool, what must be large enough is also how much is wanted. */
function wantedOf({ kind }: Offer, { quantityAtLeast, maxLoadKwAtLeast }: OfferFactsFilter): string | null {
  if (kind === OfferKind.EQUIPMENT) return quantityAtLeast ? String(quantityAtLeast) : null;
  return kind === OfferKind.POWER_SUPPLY ? (maxLoadKwAtLeast ?? null) : null;
}
