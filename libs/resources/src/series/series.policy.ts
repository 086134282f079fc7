import type { Booking } from '../booking/booking.entity.js';
import { CALLED_OFF_STATES } from '../booking/booking.policy.js';

/** Which dates of a series an act is about, seen from one of them. */
export enum SeriesScope {
  THIS = 'THIS',
  FOLLOWING = 'FOLLOWING',
  ALL = 'ALL',
}

/** It stands for its date, so that the date cannot be asked for again. */
export function isLiving({ state }: Booking): boolean {
  return !CALLED_OFF_STATES.includes(state);
}

/** By the dates of the rule, wherever each was moved. */
export function isInScope(scope: SeriesScope, anchor: Booking, { id, originalStart }: Booking): boolean {
  if (scope === SeriesScope.ALL || id === anchor.id) return true;
  const isLater = (originalStart?.getTime() ?? 0) > (anchor.originalStart?.getTime() ?? 0);
  return scope === SeriesScope.FOLLOWING && isLater;
}
