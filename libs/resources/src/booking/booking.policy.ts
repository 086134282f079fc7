import { Confirmation } from '../offer/offer.entity.js';
import { BookingState, type Booking } from './booking.entity.js';

/** Asked for and not answered yet. */
export const OPEN_STATES: readonly BookingState[] = [BookingState.REQUESTED, BookingState.AWAITING_OWNER];

/** A wish that stands, to be answered now or when its time falls free. */
export const WISHED_STATES: readonly BookingState[] = [...OPEN_STATES, BookingState.WAITLISTED];

/** Whether a wish can no longer be granted, even if nobody has noted it yet. */
export function hasLapsed({ state, expiresAt }: Pick<Booking, 'state' | 'expiresAt'>, now: Date): boolean {
  return WISHED_STATES.includes(state) && expiresAt <= now;
}

/** When a wish lapses: a wish to move a booking no later than that begins, or its date would be had twice. */
export function lapseOf(deadline: Date, replaced: Pick<Booking, 'startsAt'> | null): Date {
  return replaced && replaced.startsAt < deadline ? replaced.startsAt : deadline;
}

/** It will not be, and has nothing. */
export const CALLED_OFF_STATES: readonly BookingState[] = [
  BookingState.DECLINED,
  BookingState.WITHDRAWN,
  BookingState.EXPIRED,
  BookingState.CANCELLED,
  BookingState.DISPLACED,
];

/** Of a booking that nothing has happened to yet. */
export const UNTOUCHED = {
  askedAt: null,
  agreedAt: null,
  settledAt: null,
  reason: null,
  remark: null,
  recordedAt: null,
  holds: false,
  waitingNumber: null,
  waitingPlace: null,
  replacesId: null,
  proposedSpans: null,
  overCommitted: false,
  version: 1,
} as const;

/** The states in which the owner may say yes. */
export function confirmableStates(confirmation: Confirmation): readonly BookingState[] {
  return confirmation === Confirmation.OWNER_AFTER_COMMITTEE ? [BookingState.AWAITING_OWNER] : OPEN_STATES;
}

/** Whether the committee of its network has not passed it on yet; until then it may also say no. */
export function awaitsCommittee({ state, confirmation }: Pick<Booking, 'state' | 'confirmation'>): boolean {
  return confirmation === Confirmation.OWNER_AFTER_COMMITTEE && state === BookingState.REQUESTED;
}
