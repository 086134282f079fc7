import { localDayOf, MS_PER_MINUTE, spanOfDay, type Span } from '#calendar';
import { Refused } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { brokenRules } from '../availability/broken-rules.js';
import { freeSpans, nextFree } from '../availability/free-spans.js';
import { gapMinutesOf, termsOf, type OfferTerms } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import type { Occupancy } from '../occupancy/occupancy.entity.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { isPooled } from './booking.policy.js';
import { KindNotBookable, RuleBroken, SpanTaken } from './booking.refusals.js';

const ANSWER_WORKING_DAYS = 3;
const SUGGESTIONS = 3;

/** Says whether a span can be had and, if not, why and what would work. Asked under the lock of the offer. */
@Injectable()
export class BookingJudge {
  constructor(private readonly occupancy: OccupancyRepository) {}

  /** @returns when the request lapses unanswered */
  async expectGrantable(tx: TenantTransaction, offer: Offer, span: Span): Promise<Date> {
    await this.expectAllowed(tx, offer, span);
    await this.expectFree(tx, offer, span);
    return this.answerBy(tx, offer, span);
  }

  /** By the owner's rules; other bookings are not looked at. */
  async expectAllowed(tx: TenantTransaction, offer: Offer, span: Span): Promise<void> {
    if (isPooled(offer.kind)) throw new Refused(new KindNotBookable());
    const terms = await termsOf(tx, offer);
    const broken = brokenRules(terms.rules, terms.calendar, span, tx.now);
    if (broken.length > 0) throw new Refused(new RuleBroken(broken, await this.propose(tx, offer, span)));
  }

  /** Three working days from now, or its start if that is earlier. */
  async answerBy(tx: TenantTransaction, offer: Offer, { startsAt }: Span): Promise<Date> {
    const { rules, calendar } = await termsOf(tx, offer);
    const answerBy = calendar.addWorkingDays(tx.now, ANSWER_WORKING_DAYS, rules.zone);
    return answerBy < startsAt ? answerBy : startsAt;
  }

  /** What is in the way of the span, the gap on either side included; not what `givenUp` holds. */
  async listClashes(
    tx: TenantTransaction,
    offer: Offer,
    { startsAt, endsAt }: Span,
    givenUp: string | null = null,
  ): Promise<Occupancy[]> {
    const gap = gapMinutesOf(offer) * MS_PER_MINUTE;
    const wanted = { startsAt, endsAt: new Date(endsAt.getTime() + gap) };
    const taken = await this.occupancy.listTaken(tx, offer.id, wanted);
    return taken.filter(({ id }) => id !== givenUp);
  }

  /** The next spans that are free and as long as the given one, from its start or from now on. */
  async propose(tx: TenantTransaction, offer: Offer, span: Span): Promise<Span[]> {
    const ahead = await this.occupancy.listUntil(tx, offer.id, tx.now);
    return nextLike(span, await termsOf(tx, offer), ahead, tx.now);
  }

  async expectFree(
    tx: TenantTransaction,
    offer: Offer,
    span: Span,
    givenUp: string | null = null,
  ): Promise<void> {
    const clashes = await this.listClashes(tx, offer, span, givenUp);
    if (clashes.length === 0) return;
    const terms = await termsOf(tx, offer);
    const day = spanOfDay(localDayOf(span.startsAt, terms.rules.zone), terms.rules.zone);
    const taken = await this.occupancy.listUntil(tx, offer.id, tx.now);
    const ahead = taken.filter(({ id }) => id !== givenUp);
    const thatDay = freeSpans(terms.rules, terms.calendar, ahead, day, tx.now);
    throw new Refused(new SpanTaken(clashes, { thatDay, next: nextLike(span, terms, ahead, tx.now) }));
  }
}

/** The next spans of the same length, from the start of the wanted one or from now on. */
function nextLike(span: Span, { rules, calendar }: OfferTerms, ahead: Occupancy[], now: Date): Span[] {
  const from = span.startsAt < now ? now : span.startsAt;
  const lengthMinutes = (span.endsAt.getTime() - span.startsAt.getTime()) / MS_PER_MINUTE;
  return nextFree(rules, calendar, ahead, from, now, { lengthMinutes, count: SUGGESTIONS });
}
