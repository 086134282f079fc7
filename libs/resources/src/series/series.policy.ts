import { BookingState, type Booking } from '../booking/booking.entity.js';

const { DECLINED, WITHDRAWN, EXPIRED, CANCELLED, DISPLACED } = BookingState;
const FALLEN_OFF: readonly BookingState[] = [DECLINED, WITHDRAWN, EXPIRED, CANCELLED, DISPLACED];

/** Which dates of a series an act is about, seen from one of them. */
export enum SeriesScope {
  THIS = 'THIS',
  FOLLOWING = 'FOLLOWING',
  ALL = 'ALL',
}

/** It stands for its date, so that the date cannot be asked for again. */
export function isLiving({ state }: Booking): boolean {
  return !FALLEN_OFF.includes(state);
}

/** By the dates of the rule, wherever each was moved. */
export function isInScope(scope: SeriesScope, anchor: Booking, { id, originalStart }: Booking): boolean {
  if (scope === SeriesScope.ALL || id === anchor.id) return true;
  const isLater = (originalStart?.getTime() ?? 0) > (anchor.originalStart?.getTime() ?? 0);
  return scope === SeriesScope.FOLLOWING && isLater;
}
