import type { Span } from '#calendar';
import { ApiError, Refused } from '#graphql';
import { earliestRecordable, NotRecordable } from '#resources';
import { DISH_WORDS } from '../dish/dish.words.js';
import { wholeOf } from '../dish/date-plan.js';

/**
 * From the start of the first to the end of the last date of what is written down afterwards.
 * @throws Refused NOT_RECORDABLE for what is not over or too long ago; ApiError BAD_USER_INPUT for dates that end before
 * they start, lie outside `within`, or overlap
 */
export function spanPast(
  dates: readonly Span[],
  { now, within }: { readonly now: Date; readonly within: Span },
): Span {
  for (const [at, { startsAt, endsAt }] of dates.entries()) {
    if (endsAt <= startsAt) throw bad(at, 'endsAt', DISH_WORDS.endsBeforeStart);
    if (startsAt < within.startsAt || startsAt >= within.endsAt)
      throw bad(at, 'startsAt', DISH_WORDS.outsideMonth);
    if (endsAt > within.endsAt) throw bad(at, 'endsAt', DISH_WORDS.outsideMonth);
  }
  const whole = wholeOf(dates);
  const earliest = earliestRecordable(now);
  if (whole.startsAt < earliest || whole.endsAt > now) throw new Refused(new NotRecordable(earliest, now));
  return whole;
}

function bad(at: number, field: keyof Span, message: (typeof DISH_WORDS)['outsideMonth']): ApiError {
  return ApiError.badInput([{ path: `input.dates.${at}.${field}`, message }]);
}
