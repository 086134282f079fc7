import { MS_PER_DAY, type Span } from '#calendar';

const DAYS_OPEN = 14;

/** Handed out in one act, as many slips as are cut at once. */
export const MOST_CODES_AT_ONCE = 200;

/** No activity of a neighbourhood has more; a slip of the pen opens no hundred thousand. */
export const MOST_CODES_OF_A_DATE = 2_000;
/** So many stay back, to be mixed with those that come later. */
export const KEPT_BACK = 5;

/** How many codes a date may have in all: one for each who was checked in, and a fifth more for slips that are lost; 2,000 at most. */
export function mostCodes(checkedInHeads: number): number {
  return Math.min(Math.ceil((checkedInHeads * 6) / 5), MOST_CODES_OF_A_DATE);
}

/** Until when the codes of a date are taken: 14 days of 24 hours after its end. */
export function reviewCodesEnd({ endsAt }: Span): Date {
  return new Date(endsAt.getTime() + DAYS_OPEN * MS_PER_DAY);
}

/**
 * How many of those that wait are released at the turn of a day: all but five, once there are five to release and five to
 * stay; all of them when no more can come. So nobody is alone in a lot, unless fewer than five ever say anything.
 */
export function countReleased(waiting: number, isLast: boolean): number {
  if (isLast) return waiting;
  return waiting >= 2 * KEPT_BACK ? waiting - KEPT_BACK : 0;
}
