import type { Span } from '#calendar';
import { hasLapsed, WISHED_STATES, type Booking, BookingState } from '#resources';
import type { MeetingOffer } from './meeting-offer.entity.js';

/** How far a meeting has come with an offer that it wants. */
export enum MeetingOfferState {
  NOTED = 'NOTED',
  ASKED = 'ASKED',
  CONFIRMED = 'CONFIRMED',
  LOST = 'LOST',
}

/** A wanted offer with all that was ever booked of it for the meeting, in order. */
export interface WantedOffer {
  readonly offer: MeetingOffer;
  readonly bookings: readonly Booking[];
}

/** Confirmed, and not taken back since. */
const STANDING_STATES: readonly BookingState[] = [
  BookingState.CONFIRMED,
  BookingState.IN_USE,
  BookingState.COMPLETED,
];

/** As `meeting-offer.reads.ts` says it in SQL. */
export function stateOf(wanted: WantedOffer, now: Date): MeetingOfferState {
  if (findStanding(wanted)) return MeetingOfferState.CONFIRMED;
  if (findOpen(wanted, now)) return MeetingOfferState.ASKED;
  return wanted.bookings.length === 0 ? MeetingOfferState.NOTED : MeetingOfferState.LOST;
}

/** What is booked for all the time in which it is wanted now. */
export function findStanding({ offer, bookings }: WantedOffer): Booking | null {
  const covers = ({ state, startsAt, endsAt }: Booking): boolean =>
    STANDING_STATES.includes(state) && startsAt <= offer.startsAt && offer.endsAt <= endsAt;
  return bookings.findLast(covers) ?? null;
}

/** What was booked, has begun, and lay in the time in which the meeting was held. */
export function findUsed({ bookings }: WantedOffer, held: Span, now: Date): Booking | null {
  const wasThere = ({ state, startsAt, endsAt }: Booking): boolean =>
    STANDING_STATES.includes(state) && startsAt <= now && startsAt < held.endsAt && held.startsAt < endsAt;
  return bookings.find(wasThere) ?? null;
}

export function findOpen({ bookings }: Pick<WantedOffer, 'bookings'>, now: Date): Booking | null {
  const isOpen = (booking: Booking): boolean =>
    WISHED_STATES.includes(booking.state) && !hasLapsed(booking, now);
  return bookings.findLast(isOpen) ?? null;
}

/** What is there to be moved: what is confirmed, at whatever time, else what is asked for. */
export function findMovable(wanted: WantedOffer, now: Date): Booking | null {
  const isAhead = ({ state, startsAt }: Booking): boolean =>
    state === BookingState.CONFIRMED && startsAt > now;
  return wanted.bookings.findLast(isAhead) ?? findOpen(wanted, now);
}
