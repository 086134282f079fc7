import { ApiError } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { NEED_WORDS } from './need.words.js';

/** @throws ApiError BAD_USER_INPUT for half a span, one that ends before it starts, and one in the past */
export function expectAhead(
  tx: TenantTransaction,
  { startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null },
): void {
  if ((startsAt === null) !== (endsAt === null)) {
    const path = startsAt === null ? 'input.startsAt' : 'input.endsAt';
    throw ApiError.badInput([{ path, message: NEED_WORDS.halfASpan }]);
  }
  if (startsAt === null || endsAt === null) return;
  if (endsAt <= startsAt) {
    throw ApiError.badInput([{ path: 'input.endsAt', message: NEED_WORDS.endsBeforeStart }]);
  }
  if (endsAt <= tx.now) throw ApiError.badInput([{ path: 'input.startsAt', message: NEED_WORDS.inThePast }]);
}
