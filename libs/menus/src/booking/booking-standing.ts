import { CALLED_OFF_STATES, WISHED_STATES, type Booking } from '#resources';

/** How what is booked for a dish stands, as everybody reads it who reads the dish. */
export enum BookingStanding {
  TAKEN = 'TAKEN',
  PENDING = 'PENDING',
  /** It was called off, or stands at a time from which its date has gone. */
  OFF = 'OFF',
}

export function standingOf({ state }: Pick<Booking, 'state'>): BookingStanding {
  if (CALLED_OFF_STATES.includes(state)) return BookingStanding.OFF;
  return WISHED_STATES.includes(state) ? BookingStanding.PENDING : BookingStanding.TAKEN;
}
