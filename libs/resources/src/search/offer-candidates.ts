import { dayCalendarOf, type DayCalendar, type Span } from '#calendar';
import { patternOf, searchWordsOf } from '#network';
import type { Asker, PreparedStatement, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { BookingRules } from '../availability/booking-rules.js';
import type { Closure } from '../availability/closure.js';
import type { Busy } from '../availability/free-spans.js';
import type { Use } from '../occupancy/levels.js';
import type { PoolShare } from '../occupancy/pool-share.entity.js';
import { useOf } from '../occupancy/pool-shares.js';
import { rulesOf } from '../offer/offer-terms.js';
import type { Offer, OfferKind } from '../offer/offer.entity.js';
import { candidatesStatement, type CandidateWish } from './candidates.statement.js';
import { OfferColumns } from './offer-columns.js';
import type { SharedOfferFilter } from './offer-filter.inputs.js';

/** An offer, and what is taken of it in the wanted span and the gap around it. */
export interface Candidate {
  readonly offer: Offer;
  /** With the closures that are not over when the wanted span begins. */
  readonly rules: BookingRules;
  /** Of what is lent whole. */
  readonly taken: readonly Busy[];
  /** Of a pool. */
  readonly uses: readonly Use[];
}

export interface Candidates {
  readonly offers: readonly Candidate[];
  /** There are more than were asked for. */
  readonly isCut: boolean;
  readonly calendar: DayCalendar;
  /** When they were asked for. */
  readonly now: Date;
}

interface Answer {
  readonly zone: string;
  readonly years: unknown;
  readonly offers: readonly (Record<string, unknown> & Said)[];
}

/** What others have said of an offer's time, as JSON brings it. */
interface Said {
  readonly taken: readonly AsJson<Busy>[];
  readonly shares: readonly AsJson<Pick<PoolShare, 'startsAt' | 'keptUntil' | 'low' | 'high'>>[];
  readonly closures: readonly AsJson<Closure>[];
}

type AsJson<Row> = { readonly [Key in keyof Row]: string };

/** Where a statement can be asked; before a transaction is known, it travels with its beginning. */
export interface CandidateSource {
  ask(compose: (asker: Asker) => PreparedStatement): Promise<unknown>;
  read<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
}

export function sourceOf(tx: TenantTransaction): CandidateSource {
  return { ask: (compose) => tx.readAnswer(compose(tx.asker)), read: (work) => work(tx) };
}

export type CandidateFilter = Omit<SharedOfferFilter, 'kinds' | 'facts'> & {
  readonly kinds?: readonly OfferKind[] | null;
};

/** The offers that a wish may be granted by, with all that judging them needs: one statement, however many there are. */
@Injectable()
export class OfferCandidates {
  private columns: OfferColumns | null = null;

  /** Those that the actor sees, by title; at most so many. Facts and times are not looked at. */
  async list(from: CandidateSource, filter: CandidateFilter, span: Span, most: number): Promise<Candidates> {
    const columns = (this.columns ??= await from.read(async (tx) => new OfferColumns(tx.manager.connection)));
    const wish = wishOf(filter, span, most);
    let now = span.startsAt;
    const answer = (await from.ask((asker) => {
      now = asker.now;
      const { regionId, sharesPlans: isPrepared } = asker;
      return candidatesStatement(columns.list, { regionId, isPrepared }, wish);
    })) as Answer;
    const calendar = await dayCalendarOf(answer.years, (sql, parameters) =>
      from.read((tx) => tx.query(sql, parameters)),
    );
    const offers = answer.offers
      .slice(0, most)
      .map(({ taken, shares, closures, ...row }) =>
        candidateOf(columns.entityOf(row), answer.zone, { taken, shares, closures }),
      );
    return { offers, isCut: answer.offers.length > most, calendar, now };
  }
}

function wishOf(filter: CandidateFilter, span: Span, most: number): CandidateWish {
  const { networkIds = null, unitId = null, kinds = null, search } = filter;
  const patterns = search?.trim() ? searchWordsOf(search).map(patternOf) : null;
  return {
    networkIds,
    unitId,
    kinds,
    patterns,
    from: span.startsAt,
    to: span.endsAt,
    most: most + 1,
  };
}

/** The one place where what others have said of an offer's time is joined to it. */
function candidateOf(offer: Offer, zone: string, { taken, shares, closures }: Said): Candidate {
  const closed = closures.map(({ startsAt, endsAt, reason }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    reason,
  }));
  const uses = shares.map((share) => useOf({ ...share, ...busyOf(share) }));
  return { offer, rules: rulesOf(offer, zone, closed), taken: taken.map(busyOf), uses };
}

function busyOf({ startsAt, keptUntil }: AsJson<Busy>): Busy {
  return { startsAt: new Date(startsAt), keptUntil: new Date(keptUntil) };
}
