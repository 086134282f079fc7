import { MS_PER_MINUTE, type Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { openSpans } from '../availability/openings.js';
import { isPooled } from '../offer/offer-pool.js';
import { termsOf } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';

/** Minutes for which these offers are open in the period, by their hours as they are now, the calendar and their closures. */
export async function countOpenMinutes(
  tx: TenantTransaction,
  offers: readonly Offer[],
  { startsAt, endsAt }: Span,
): Promise<number> {
  let open = 0;
  for (const offer of offers) {
    const { rules, calendar } = await termsOf(tx, offer);
    for (const span of openSpans(rules, calendar, startsAt, endsAt))
      open += minutesLeft(span, rules.closures);
  }
  return Math.round(open);
}

/** Of a span, without what is closed; closures are in the order of their starts and may overlap. */
export function minutesLeft(span: Span, closures: readonly Span[]): number {
  let left = 0;
  let from = span.startsAt.getTime();
  for (const closed of closures) {
    left += Math.max(0, Math.min(closed.startsAt.getTime(), span.endsAt.getTime()) - from);
    from = Math.max(from, closed.endsAt.getTime());
  }
  return (left + Math.max(0, span.endsAt.getTime() - from)) / MS_PER_MINUTE;
}

/** What is lent whole has hours that can be used up; power and pieces are shared out at once. */
export function isLentWhole({ kind }: Offer): boolean {
  return !isPooled(kind);
}
