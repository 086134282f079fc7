import { localDayOf, writeChineseDay } from '#calendar';
import type { Words } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';

/** The last day of a notice that ends, as an instant, with the first of the next day. */
export async function lastDayOf(tx: TenantTransaction, noticeUntil: Date): Promise<Words> {
  const zone = await timeZoneOf(tx);
  const within = new Date(noticeUntil.getTime() - 1);
  return { en: `the end of ${localDayOf(within, zone).toString()}`, zh: writeChineseDay(within, zone) };
}
