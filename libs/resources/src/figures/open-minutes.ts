import { MS_PER_MINUTE, type Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import { openSpans } from '../availability/openings.js';
import { isPooled } from '../offer/offer-pool.js';
import { termsOf } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';

/** Minutes for which these offers are open in the period, by their hours as they are now and by the calendar. */
export async function countOpenMinutes(
  tx: TenantTransaction,
  offers: readonly Offer[],
  { startsAt, endsAt }: Span,
): Promise<number> {
  let open = 0;
  for (const offer of offers) {
    const { rules, calendar } = await termsOf(tx, offer);
    for (const span of openSpans(rules, calendar, startsAt, endsAt))
      open += (span.endsAt.getTime() - span.startsAt.getTime()) / MS_PER_MINUTE;
  }
  return Math.round(open);
}

/** What is lent whole has hours that can be used up; power and pieces are shared out at once. */
export function isLentWhole({ kind }: Offer): boolean {
  return !isPooled(kind);
}
