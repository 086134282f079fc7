import { localDayOf } from '#calendar';
import { ApiError } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { ACTION_WORDS } from './action.words.js';

/** Rest-days, and days before the meeting, are the committee's business; a day that is over helps nobody. */
export async function expectDueDay(tx: TenantTransaction, dueOn: string, path: string): Promise<void> {
  const today = localDayOf(tx.now, await timeZoneOf(tx)).toString();
  if (dueOn < today) throw ApiError.badInput([{ path, message: ACTION_WORDS.duePast }]);
}
