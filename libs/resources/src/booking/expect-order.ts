import type { Span } from '#calendar';
import { ApiError } from '#graphql';
import { BOOKING_WORDS } from './booking.words.js';

/** Throws BAD_USER_INPUT at `path` for a span that does not end after it starts. */
export function expectOrder({ startsAt, endsAt }: Span, path = 'input.endsAt'): void {
  if (endsAt <= startsAt) throw ApiError.badInput([{ path, message: BOOKING_WORDS.endsBeforeStart }]);
}
