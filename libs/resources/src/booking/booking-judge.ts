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
import type { RefusedWish } from '../search/similar-offers.js';
import { isPooled } from './booking.policy.js';
import { KindNotBookable, RuleBroken, SpanTaken } from './booking.refusals.js';

const ANSWER_WORKING_DAYS = 3;
const SUGGESTIONS = 3;

/** Through which network it was asked for, so that others there can be named. */
type WishedSpan = Span & { readonly networkId?: string };

/** Says whether a span can be had and, if not, why and what would work. Asked under the lock of the offer. */
@Injectable()
export class BookingJudge {
  constructor(private readonly occupancy: OccupancyRepository) {}

  /** @returns when the request lapses unanswered: after three working days, or at its start if that is earlier */
  async expectGrantable(tx: TenantTransaction, offer: Offer, span: WishedSpan): Promise<Date> {
    if (isPooled(offer.kind)) throw new Refused(new KindNotBookable());
    const terms = await termsOf(tx, offer);
    const broken = brokenRules(terms.rules, terms.calendar, span, tx.now);
    if (broken.length > 0) {
      const ahead = await this.occupancy.listUntil(tx, offer.id, tx.now);
      throw new Refused(new RuleBroken(broken, nextLike(span, terms, ahead, tx.now), wishFor(offer, span)));
    }
    await this.expectFree(tx, offer, span);
    const answerBy = terms.calendar.addWorkingDays(tx.now, ANSWER_WORKING_DAYS, terms.rules.zone);
    return answerBy < span.startsAt ? answerBy : span.startsAt;
  }

  async expectFree(tx: TenantTransaction, offer: Offer, span: WishedSpan): Promise<void> {
    const gap = gapMinutesOf(offer) * MS_PER_MINUTE;
    const { startsAt, endsAt } = span;
    const clashes = await this.occupancy.listTaken(tx, offer.id, {
      startsAt,
      endsAt: new Date(endsAt.getTime() + gap),
    });
    if (clashes.length === 0) return;
    const terms = await termsOf(tx, offer);
    const day = spanOfDay(localDayOf(startsAt, terms.rules.zone), terms.rules.zone);
    const ahead = await this.occupancy.listUntil(tx, offer.id, tx.now);
    const thatDay = freeSpans(terms.rules, terms.calendar, ahead, day, tx.now);
    const next = nextLike(span, terms, ahead, tx.now);
    throw new Refused(new SpanTaken(clashes, { thatDay, next }, wishFor(offer, span)));
  }
}

function wishFor({ id: offerId }: Offer, { networkId, startsAt, endsAt }: WishedSpan): RefusedWish | null {
  return networkId === undefined ? null : { offerId, networkId, startsAt, endsAt };
}

/** The next spans of the same length, from the start of the wanted one or from now on. */
function nextLike(span: Span, { rules, calendar }: OfferTerms, ahead: Occupancy[], now: Date): Span[] {
  const from = span.startsAt < now ? now : span.startsAt;
  const lengthMinutes = (span.endsAt.getTime() - span.startsAt.getTime()) / MS_PER_MINUTE;
  return nextFree(rules, calendar, ahead, from, now, { lengthMinutes, count: SUGGESTIONS });
}
