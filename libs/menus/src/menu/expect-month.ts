import { ApiError } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { isFirstDay, monthAfter, monthOf, MONTHS_AHEAD } from './month.js';
import { MENU_WORDS } from './menu.words.js';

/** Whether it has ended where the region is. */
export async function isOver(tx: TenantTransaction, month: string): Promise<boolean> {
  return month < monthOf(tx.now, await timeZoneOf(tx));
}

/** @throws ApiError BAD_USER_INPUT for what is no first day, a month that is over and one that lies too far ahead */
export async function expectMonth(tx: TenantTransaction, month: string, path: string): Promise<void> {
  const now = monthOf(tx.now, await timeZoneOf(tx));
  const fault = !isFirstDay(month)
    ? MENU_WORDS.firstDay
    : month < now
      ? MENU_WORDS.pastMonth
      : month > monthAfter(now, MONTHS_AHEAD)
        ? MENU_WORDS.tooFarAhead
        : null;
  if (fault) throw ApiError.badInput([{ path, message: fault }]);
}
