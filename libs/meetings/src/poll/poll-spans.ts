import type { Span } from '#calendar';
import { ApiError } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { expectSpan } from '../meeting/meeting-span.js';
import { MOST_SPANS } from './date-poll.inputs.js';
import { DATE_POLL_WORDS } from './date-poll.words.js';

/** @throws ApiError BAD_USER_INPUT for a span that no meeting can have, for one asked about twice, and for too many */
export function expectPollSpans(
  tx: TenantTransaction,
  standing: readonly Span[],
  added: readonly Span[],
  path: string,
): void {
  for (const [at, span] of added.entries()) expectSpan(tx, span, `${path}.${at}`);
  if (standing.length + added.length > MOST_SPANS) {
    throw ApiError.badInput([{ path, message: DATE_POLL_WORDS.tooManySpans }]);
  }
  const all = [...standing, ...added].map(({ startsAt, endsAt }) => `${+startsAt} ${+endsAt}`);
  if (new Set(all).size < all.length) {
    throw ApiError.badInput([{ path, message: DATE_POLL_WORDS.spanTwice }]);
  }
}
