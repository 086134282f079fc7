import { Confirmation } from '../offer/offer.entity.js';
import { BookingState } from './booking.entity.js';

/** Asked for and not answered yet; holds nothing. */
export const OPEN_STATES: readonly BookingState[] = [BookingState.REQUESTED, BookingState.AWAITING_OWNER];

/** The states in which the owner may say yes. */
export function confirmableStates(confirmation: Confirmation): readonly BookingState[] {
  return confirmation === Confirmation.OWNER_AFTER_COMMITTEE ? [BookingState.AWAITING_OWNER] : OPEN_STATES;
}
