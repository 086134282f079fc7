import { loadDayCalendar, MS_PER_MINUTE, type DayCalendar, type Span } from '#calendar';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import type { BookingRules } from '../availability/booking-rules.js';
import type { Closure } from '../availability/closure.js';
import { listClosures } from '../closure/closure.repository.js';
import type { Offer } from './offer.entity.js';

/** What an offer asks of a booking, and the calendar by which its hours are read. */
export interface OfferTerms {
  rules: BookingRules;
  calendar: DayCalendar;
}

const calendars = new WeakMap<TenantTransaction, Promise<DayCalendar>>();

export async function termsOf(tx: TenantTransaction, offer: Offer): Promise<OfferTerms> {
  const [zone, calendar] = await Promise.all([timeZoneOf(tx), calendarOf(tx)]);
  const closures = await listClosures(tx, [offer.id]);
  return { rules: rulesOf(offer, zone, closures.get(offer.id) ?? []), calendar };
}

/** Between two bookings the larger buffer is kept, not the sum. */
export function gapMinutesOf(offer: Offer): number {
  return Math.max(offer.bufferBeforeMinutes, offer.bufferAfterMinutes);
}

/** With the gap that is kept after it. */
export function spanWithGap(offer: Offer, { startsAt, endsAt }: Span): Span {
  return { startsAt, endsAt: new Date(endsAt.getTime() + gapMinutesOf(offer) * MS_PER_MINUTE) };
}

/** The rules alone, for who knows the zone and the closures of this offer. */
export function rulesOf(offer: Offer, zone: string, closures: readonly Closure[]): BookingRules {
  const { hours, exceptions, leadTimeMinutes, horizonDays, slotMinutes, longestMinutes } = offer;
  return {
    hours,
    exceptions,
    closures,
    zone,
    leadTimeMinutes,
    horizonDays,
    slotMinutes,
    longestMinutes,
    gapMinutes: gapMinutesOf(offer),
  };
}

/** Read once for each transaction, so that one act judges by one calendar. */
export function calendarOf(tx: TenantTransaction): Promise<DayCalendar> {
  let calendar = calendars.get(tx);
  if (!calendar) {
    calendar = loadDayCalendar((sql, parameters) => tx.query(sql, parameters));
    calendars.set(tx, calendar);
  }
  return calendar;
}
