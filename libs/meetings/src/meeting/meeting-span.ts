import type { Span } from '#calendar';
import { ApiError } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { LONGEST_MS } from './meeting.policy.js';
import { MEETING_WORDS } from './meeting.words.js';

/** @throws ApiError BAD_USER_INPUT for a meeting that has begun, ends before it starts or lasts longer than a day */
export function expectSpan(tx: TenantTransaction, { startsAt, endsAt }: Span, path = 'input'): void {
  if (endsAt <= startsAt) throw badInput(`${path}.endsAt`, MEETING_WORDS.endsBeforeStart);
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS)
    throw badInput(`${path}.endsAt`, MEETING_WORDS.tooLong);
  if (startsAt <= tx.now) throw badInput(`${path}.startsAt`, MEETING_WORDS.inThePast);
}

/** @throws ApiError BAD_USER_INPUT for a deadline after the start */
export function expectDeadline(deadline: Date | null, { startsAt }: Pick<Span, 'startsAt'>): void {
  if (deadline && deadline > startsAt)
    throw badInput('input.agendaDeadline', MEETING_WORDS.deadlineAfterStart);
}

export function isSameTime(one: Span, other: Span): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()
  );
}

/** As long before the new start as it was before the old one. */
export function shiftedDeadline(deadline: Date | null, from: Date, to: Date): Date | null {
  return deadline && new Date(deadline.getTime() + to.getTime() - from.getTime());
}

function badInput(path: string, message: (typeof MEETING_WORDS)[keyof typeof MEETING_WORDS]): ApiError {
  return ApiError.badInput([{ path, message }]);
}
