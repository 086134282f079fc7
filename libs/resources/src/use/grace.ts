import { MS_PER_MINUTE } from '#calendar';

/** How long after its end a return may be noted before the use counts as booked. */
export const GRACE_HOURS = 24;
export const GRACE_MS = GRACE_HOURS * 60 * MS_PER_MINUTE;
