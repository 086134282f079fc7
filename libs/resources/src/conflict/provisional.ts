import { localDayOf, type Span } from '#calendar';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { calendarOf } from '../offer/offer-terms.js';

/** Whether one of its local days is of a year that is not announced, so that hours of workdays or rest-days are a guess. */
export async function isProvisional(tx: TenantTransaction, { startsAt, endsAt }: Span): Promise<boolean> {
  const [zone, calendar] = [await timeZoneOf(tx), await calendarOf(tx)];
  const first = localDayOf(startsAt, zone);
  // The end does not belong to it.
  const last = localDayOf(new Date(endsAt.getTime() - 1), zone);
  for (let year = first.year; year <= last.year; year++) if (!calendar.isAnnounced(year)) return true;
  return false;
}
