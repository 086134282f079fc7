import { MS_PER_DAY, MS_PER_MINUTE, type DayCalendar, type Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import type { Busy } from '../availability/free-spans.js';
import type { BookingRules } from '../availability/booking-rules.js';
import { nextFree } from '../availability/free-spans.js';
import type { UsedUpMonth } from '../availability/sessions.js';
import type { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import type { Candidate } from './offer-candidates.js';

interface Ahead {
  readonly taken: ReadonlyMap<string, readonly Busy[]>;
  readonly usedUp: ReadonlyMap<string, readonly UsedUpMonth[]>;
}

/** How far is looked first: most offers are free again within days, and the whole horizon is half a year. */
const NEAR_DAYS = 7;

interface Judged {
  readonly span: Span;
  /** Of a pool; null for the least that can be had. */
  readonly amount: string | null;
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
  async of(tx: TenantTransaction, { offer, rules }: Candidate): Promise<Span | null> {
    const { span, now, calendar } = this.judged;
    const from = span.startsAt < now ? now : span.startsAt;
    const minutes = (span.endsAt.getTime() - span.startsAt.getTime()) / MS_PER_MINUTE;
    const { taken, usedUp } = await (this.ahead ??= this.look(tx, from, rules.zone));
    const known = { ...rules, usedUp: usedUp.get(offer.id) ?? [] };
    return firstFree(known, calendar, taken.get(offer.id) ?? [], { from, now, minutes });
  }

  private async look(tx: TenantTransaction, from: Date, zone: string): Promise<Ahead> {
    const offers = this.candidates.map(({ offer }) => offer);
    const taken = await this.occupancy.listInTheWayOf(tx, offers, this.judged.amount, from);
    return { taken, usedUp: await this.occupancy.listUsedUpOf(tx, offers, from, zone) };
  }
}

export interface NextWish {
  readonly from: Date;
  readonly now: Date;
  readonly minutes: number;
}

/** The first of what `nextFree` gives; found in the next days, if it lies there, without a look at the others. */
export function firstFree(
  rules: BookingRules,
  calendar: DayCalendar,
  taken: readonly Busy[],
  { from, now, minutes }: NextWish,
): Span | null {
  const search = (within: BookingRules): Span | null =>
    nextFree(within, calendar, taken, from, now, { lengthMinutes: minutes, count: 1 })[0] ?? null;
  const days = Math.ceil((from.getTime() - now.getTime()) / MS_PER_DAY + minutes / 1440) + NEAR_DAYS;
  if (days >= rules.horizonDays) return search(rules);
  const near = search({ ...rules, horizonDays: days });
  // Near the end of the look, an earlier start may only have had its end cut off.
  const sure = now.getTime() + (days - 2) * MS_PER_DAY - (minutes + rules.slotMinutes) * MS_PER_MINUTE;
  return near && near.startsAt.getTime() <= sure ? near : search(rules);
}
