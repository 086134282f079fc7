import { MS_PER_DAY, MS_PER_MINUTE, type DayCalendar, type Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import type { Busy } from '../availability/free-spans.js';
import type { BookingRules } from '../availability/booking-rules.js';
import { nextFree } from '../availability/free-spans.js';
import type { UsedUpMonth } from '../availability/sessions.js';
import type { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import type { Offer } from '../offer/offer.entity.js';
import type { Candidate } from './offer-candidates.js';

interface Ahead {
  readonly taken: ReadonlyMap<string, readonly Busy[]>;
  readonly usedUp: ReadonlyMap<string, readonly UsedUpMonth[]>;
}

/** How far is looked first: most offers are free again within days, and the whole horizon is half a year. */
const NEAR_DAYS = 7;

interface Judged {
  readonly span: Span;
  /** How much of an offer; null for what is lent whole, and for the least that can be had of a pool. */
  readonly amountOf: (offer: Offer) => string | null;
  readonly now: Date;
  readonly calendar: DayCalendar;
}

/** When else several offers could be had: what is taken of all of them is read once, when the first is asked for. */
export class NextFreeSpans {
  private ahead: Promise<Ahead> | null = null;

  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly candidates: readonly Candidate[],
    private readonly judged: Judged,
  ) {}

  /** The next span as long as the wanted one, not before it; null when there is none before the horizon. */
  async of(tx: TenantTransaction, candidate: Candidate): Promise<Span | null> {
    return (await this.listOf(tx, candidate, 1))[0] ?? null;
  }

  /** The next ones, at most so many. */
  async listOf(tx: TenantTransaction, { offer, rules }: Candidate, count: number): Promise<Span[]> {
    const { span, now, calendar } = this.judged;
    const from = span.startsAt < now ? now : span.startsAt;
    const minutes = (span.endsAt.getTime() - span.startsAt.getTime()) / MS_PER_MINUTE;
    const { taken, usedUp } = await (this.ahead ??= this.look(tx, from, rules.zone));
    const known = { ...rules, usedUp: usedUp.get(offer.id) ?? [] };
    return firstFree(known, calendar, taken.get(offer.id) ?? [], { from, now, minutes, count });
  }

  private async look(tx: TenantTransaction, from: Date, zone: string): Promise<Ahead> {
    const offers = this.candidates.map(({ offer }) => offer);
    const taken = await this.occupancy.listInTheWayOf(tx, offers, this.judged.amountOf, from);
    return { taken, usedUp: await this.occupancy.listUsedUpOf(tx, offers, from, zone) };
  }
}

export interface NextWish {
  readonly from: Date;
  readonly now: Date;
  readonly minutes: number;
  readonly count: number;
}

/** The first of what `nextFree` gives; found in the next days, if they lie there, without a look at the others. */
export function firstFree(
  rules: BookingRules,
  calendar: DayCalendar,
  taken: readonly Busy[],
  { from, now, minutes, count }: NextWish,
): Span[] {
  const search = (within: BookingRules): Span[] =>
    nextFree(within, calendar, taken, from, now, { lengthMinutes: minutes, count });
  const days = Math.ceil((from.getTime() - now.getTime()) / MS_PER_DAY + minutes / 1440) + NEAR_DAYS;
  if (days >= rules.horizonDays) return search(rules);
  const near = search({ ...rules, horizonDays: days });
  // Near the end of the look, an earlier start may only have had its end cut off.
  const sure = now.getTime() + (days - 2) * MS_PER_DAY - (minutes + rules.slotMinutes) * MS_PER_MINUTE;
  const isSure = near.length === count && near.every(({ startsAt }) => startsAt.getTime() <= sure);
  return isSure ? near : search(rules);
}
