import { dayCalendarOf, type DayCalendar, type Span } from '#calendar';
import { patternOf, searchWordsOf } from '#network';
import { sql, write, type Around, type RowAround, type Sql } from '#reads';
import type { Asker, PreparedStatement, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BookingRules } from '../availability/booking-rules.js';
import type { Closure } from '../availability/closure.js';
import type { Busy } from '../availability/free-spans.js';
import { monthsUsedUp } from '../availability/sessions.js';
import type { Use } from '../occupancy/levels.js';
import type { PoolShare } from '../occupancy/pool-share.entity.js';
import { useOf } from '../occupancy/pool-shares.js';
import { sessionsPerMonthOf } from '../offer/offer-sessions.js';
import { rulesOf } from '../offer/offer-terms.js';
import type { Offer, OfferKind } from '../offer/offer.entity.js';
import { candidatesSql, OFFER_ALIAS, type CandidateWish } from './candidates.statement.js';
import { OfferColumns } from './offer-columns.js';
import type { SharedOfferFilter } from './offer-filter.inputs.js';

/** An offer, and what is taken of it in the wanted span and the gap around it. */
export interface Candidate {
  /** What judging looks at is there, and nothing else where the client is written its own form. */
  readonly offer: Offer;
  /** What the client asks of it where it is free, and where it is not; null where it is not written. */
  readonly written: { readonly asFree: unknown; readonly asUnfit: unknown };
  /** With the closures that are not over when the wanted span begins, and with its month if that is used up. */
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

/** What `candidatesSql` brings. */
export interface CandidatesAnswer {
  readonly now: string;
  readonly zone: string;
  readonly years: unknown;
  readonly offers: readonly (Record<string, unknown> & Said)[];
}

/** What others have said of an offer's time, as JSON brings it. */
interface Said {
  readonly taken: readonly AsJson<Busy>[] | null;
  /** Near enough for the month of the wanted start to be told whole. */
  readonly begun: readonly string[] | null;
  readonly shares: readonly AsJson<Pick<PoolShare, 'startsAt' | 'keptUntil' | 'low' | 'high'>>[] | null;
  readonly closures: readonly AsJson<Closure>[] | null;
  readonly $written0?: unknown;
  readonly $written1?: unknown;
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

const NARROWING = ['networkIds', 'unitId', 'kinds', 'patterns'] as const;

/** Where the client's own form of an offer stands in what is answered. */
export const WRITTEN_OFFERS: Around = { alias: OFFER_ALIAS, places: [['free'], ['unfit', 'offer']] };

/** The offers that a wish may be granted by, with all that judging them needs: one statement, however many there are. */
@Injectable()
export class OfferCandidates {
  private readonly columns: OfferColumns;

  constructor(dataSource: DataSource) {
    this.columns = new OfferColumns(dataSource);
  }

  /** Those that the actor sees, by title; at most so many. Facts and times are not looked at. */
  async list(from: CandidateSource, filter: CandidateFilter, span: Span, most: number): Promise<Candidates> {
    const wish = wishOf(filter, span, most);
    const piece = candidatesSql(this.columns.all, wish);
    const answer = await from.ask((asker) => {
      const { text, values } = write(sql`SELECT ${piece} AS answer`, { asker });
      return { name: asker.sharesPlans ? nameOf(wish) : undefined, text, values };
    });
    return this.of(from, answer as CandidatesAnswer, most);
  }

  /** The statement that asks for the same, and for what the client reads of each. */
  around(filter: CandidateFilter, span: Span, most: number, row: RowAround): Sql {
    return candidatesSql(this.columns.judged, wishOf(filter, span, most), row);
  }

  /** What has been asked for. */
  async of(
    from: Pick<CandidateSource, 'read'>,
    { now, zone, years, offers }: CandidatesAnswer,
    most: number,
  ): Promise<Candidates> {
    const calendar = await dayCalendarOf(years, (text, parameters) =>
      from.read((tx) => tx.query(text, parameters)),
    );
    return {
      offers: offers.slice(0, most).map((row) => candidateOf(this.columns.entityOf(row), zone, row)),
      isCut: offers.length > most,
      calendar,
      now: new Date(now),
    };
  }
}

/** One for each text that `candidatesSql` may give. */
function nameOf(wish: CandidateWish): string {
  const narrowed = NARROWING.filter((key) => wish[key] !== null);
  return ['offer_candidates', ...narrowed].join('_');
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
function candidateOf(offer: Offer, zone: string, said: Said): Candidate {
  const { taken, begun, shares, closures, $written0: asFree, $written1: asUnfit = asFree } = said;
  const closed = (closures ?? []).map(({ startsAt, endsAt, reason }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    reason,
  }));
  const sessions = sessionsPerMonthOf(offer);
  const starts = (begun ?? []).map((start) => new Date(start));
  const usedUp = sessions === null ? [] : monthsUsedUp(sessions, starts, zone);
  const rules = { ...rulesOf(offer, zone, closed), usedUp };
  const uses = (shares ?? []).map((share) => useOf({ ...share, ...busyOf(share) }));
  const written = { asFree, asUnfit };
  return { offer, written, rules, taken: (taken ?? []).map(busyOf), uses };
}

function busyOf({ startsAt, keptUntil }: AsJson<Busy>): Busy {
  return { startsAt: new Date(startsAt), keptUntil: new Date(keptUntil) };
}
