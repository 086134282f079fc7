import type { Span } from '#calendar';
import type { Busy } from '../availability/free-spans.js';
import { monthOf, monthsUsedUp } from '../availability/sessions.js';
import { toRange } from '../availability/openings.js';
import type { Booking } from '../booking/booking.entity.js';
import { poolOf } from '../offer/offer-pool.js';
import { sessionsPerMonthOf } from '../offer/offer-sessions.js';
import { spanWithGap, type OfferTerms } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import { readAmount } from './amount.js';
import { peakOf, spansWithout, type Use } from './levels.js';

/** What a booking has of an offer for a while, the gap to the next booking included. */
export interface Taken extends Busy, Use {
  readonly bookingId: string;
  /** Without the gap. */
  readonly endsAt: Date;
}

/** What has a session of the month in which it begins. */
type Session = Pick<Taken, 'bookingId' | 'startsAt'>;

/** Where a diary reads, in one act and under the lock of its offer. */
export interface DiarySource {
  readonly now: Date;
  terms(): Promise<OfferTerms>;
  listNear(span: Span): Promise<readonly Taken[]>;
  listAhead(): Promise<readonly Taken[]>;
  /** Of what is lent whole: all that begins from an instant on, what has begun and ended since included. */
  listBeginning(from: Date): Promise<readonly Session[]>;
}

/** What was read once, and serves for the rest of the act. */
interface DiaryReadings {
  ahead: Promise<readonly Taken[]> | null;
  terms: Promise<OfferTerms> | null;
  sessions: Promise<readonly Session[]> | null;
}

/**
 * What is taken of one offer as it was read, and as the act has changed it since: asked for one span it reads that span
 * alone; told to read ahead it answers for any number of them from memory.
 */
export class OfferDiary {
  private readonly added: Taken[] = [];
  private readonly asked: Session[] = [];
  private readonly freed = new Set<string>();

  constructor(
    readonly offer: Offer,
    private readonly source: DiarySource,
    private readonly read: DiaryReadings = { ahead: null, terms: null, sessions: null },
  ) {}

  /** As it was read, without what the act has changed since; what is known already is not read again. */
  afresh(): OfferDiary {
    return new OfferDiary(this.offer, this.source, this.read);
  }

  get now(): Date {
    return this.source.now;
  }

  get terms(): Promise<OfferTerms> {
    return (this.read.terms ??= this.source.terms());
  }

  /** The terms, with the months that have no session left once what is `givenUp` has gone. */
  async termsWithout(givenUp: readonly string[]): Promise<OfferTerms> {
    const { rules, calendar } = await this.terms;
    const sessionsPerMonth = sessionsPerMonthOf(this.offer);
    if (sessionsPerMonth === null) return { rules, calendar };
    const month = monthOf(this.now, rules.zone);
    const begun = await (this.read.sessions ??= this.source.listBeginning(month.startsAt));
    const left = [...begun.filter(({ bookingId }) => !this.freed.has(bookingId)), ...this.asked];
    const starts = left.flatMap(({ bookingId, startsAt }) => (givenUp.includes(bookingId) ? [] : [startsAt]));
    const before = begun.map(({ startsAt }) => startsAt);
    const usedUp = monthsUsedUp(sessionsPerMonth, starts, rules.zone, before);
    return { rules: { ...rules, usedUp }, calendar };
  }

  /** All that is taken from now on, by one look. */
  async readAhead(): Promise<this> {
    await (this.read.ahead ??= this.source.listAhead());
    return this;
  }

  /** What stands in the span or too near to it; of what is lent whole, nothing may. */
  async listNear(span: Span, givenUp: readonly string[] = []): Promise<Taken[]> {
    const wide = spanWithGap(this.offer, span);
    const { from, to } = toRange(wide);
    const isNear = (one: Taken): boolean => one.from < to && from < one.to;
    const taken = await (this.read.ahead ?? this.source.listNear(wide));
    return this.standing(taken, givenUp, isNear);
  }

  /** How much of a pool is in use at the fullest instant of the span. */
  async peakIn(span: Span, givenUp: readonly string[]): Promise<bigint> {
    return peakOf(await this.listNear(span, givenUp), spanWithGap(this.offer, span));
  }

  /** Where no booking of so much can be from now on. */
  async listInTheWay(amount: string | null, givenUp: readonly string[] = []): Promise<readonly Busy[]> {
    await this.readAhead();
    const taken = this.standing((await this.read.ahead) ?? [], givenUp);
    const pool = poolOf(this.offer);
    return pool ? spansWithout(pool, amount, taken) : taken;
  }

  /** Notes what is about to be asked for: those of one act have one session each, though requests hold nothing. */
  ask({ id: bookingId, startsAt }: Pick<Booking, 'id' | 'startsAt'>): void {
    this.asked.push({ bookingId, startsAt });
  }

  /** Notes what is about to be taken. */
  take(booking: Pick<Booking, 'id' | 'startsAt' | 'endsAt' | 'amount'>): void {
    this.ask(booking);
    this.claim(booking);
  }

  /** Notes where nothing else of the act may be, be it taken or asked for alone; of a session nothing. */
  claim(booking: Pick<Booking, 'id' | 'startsAt' | 'endsAt' | 'amount'>): void {
    const { startsAt, endsAt, amount } = booking;
    const keptUntil = spanWithGap(this.offer, booking).endsAt;
    const range = toRange({ startsAt, endsAt: keptUntil });
    const much = amount === null ? 1n : readAmount(amount);
    this.added.push({ ...range, startsAt, endsAt, keptUntil, amount: much, bookingId: booking.id });
  }

  /** Notes what is about to be given back. @returns the way back to how it was */
  free(ids: readonly string[]): () => void {
    const fresh = ids.filter((id) => !this.freed.has(id));
    for (const id of fresh) this.freed.add(id);
    return () => {
      for (const id of fresh) this.freed.delete(id);
    };
  }

  private standing(
    taken: readonly Taken[],
    givenUp: readonly string[],
    isMeant: (one: Taken) => boolean = () => true,
  ): Taken[] {
    const left = taken.filter((one) => isMeant(one) && !this.freed.has(one.bookingId));
    const all = [...left, ...this.added.filter(isMeant)];
    return givenUp.length === 0 ? all : all.filter(({ bookingId }) => !givenUp.includes(bookingId));
  }
}
