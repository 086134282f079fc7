import { MS_PER_DAY, type Span } from '#calendar';

const DAYS_OPEN = 14;

/** Handed out in one act, as many slips as are cut at once. */
export const MOST_CODES_AT_ONCE = 200;

/** How many codes a date may have in all: one for each who was checked in, and a fifth more for slips that are lost. */
export function mostCodes(checkedInHeads: number): number {
  return Math.ceil((checkedInHeads * 6) / 5);
}

/** Until when the codes of a date are taken: 14 days of 24 hours after its end. */
export function reviewCodesEnd({ endsAt }: Span): Date {
  return new Date(endsAt.getTime() + DAYS_OPEN * MS_PER_DAY);
}
