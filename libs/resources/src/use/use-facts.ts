import { MS_PER_MINUTE } from '#calendar';
import { ApiError, type FieldProblem, type Words } from '#graphql';
import type { Booking } from '../booking/booking.entity.js';
import { BOOKING_WORDS } from '../booking/booking.words.js';
import { isPooled } from '../offer/offer-pool.js';
import { OfferKind } from '../offer/offer.entity.js';
import type { BookingUse } from './booking-use.entity.js';
import { USE_WORDS } from './use.words.js';

const HOUR_MS = 3_600_000;
/** Keys are given the evening before. */
const EARLIEST_HOURS = 24;
const WHOLE = /^\d+(\.0+)?$/;

/** What is known of a use that is over. */
export interface UseFacts {
  readonly handedOverAt: Date;
  readonly returnedAt: Date;
  readonly heads: number | null;
  readonly amount: string | null;
  readonly kwh: string | null;
}

/** What somebody notes of it; what is left out stays as it was known, or as it was booked. */
export type UseNote = { readonly [K in keyof UseFacts]?: UseFacts[K] | null | undefined };

/** A use for which nobody has noted a return: from the hand-over, if that was noted, as it was booked. */
export function assumedFacts(booking: Booking, known: BookingUse | null): UseFacts {
  const { startsAt, endsAt, heads, amount } = booking;
  const handedOverAt = known && known.handedOverAt < endsAt ? known.handedOverAt : startsAt;
  return { handedOverAt, returnedAt: endsAt, heads, amount, kwh: null };
}

export function notedFacts(booking: Booking, known: BookingUse | null, note: UseNote, now: Date): UseFacts {
  return {
    handedOverAt: toMinute(note.handedOverAt ?? known?.handedOverAt ?? booking.startsAt),
    returnedAt: toMinute(note.returnedAt ?? known?.returnedAt ?? now),
    heads: note.heads ?? known?.heads ?? booking.heads,
    amount: note.amount ?? known?.amount ?? booking.amount,
    kwh: note.kwh ?? known?.kwh ?? null,
  };
}

/** The clock on the wall shows no seconds, and the account counts none. */
export function toMinute(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / MS_PER_MINUTE) * MS_PER_MINUTE);
}

/** @throws BAD_USER_INPUT naming each thing that cannot have happened */
export function expectPossible(booking: Booking, kind: OfferKind, facts: UseFacts, now: Date): void {
  const { handedOverAt, returnedAt, amount, kwh } = facts;
  const problems = [
    ...faultsOfHandOver(booking, handedOverAt, now, 'handedOverAt'),
    ...(returnedAt > now ? [problem('returnedAt', USE_WORDS.inFuture)] : []),
    ...(returnedAt <= handedOverAt ? [problem('returnedAt', USE_WORDS.returnedBeforeHandOver)] : []),
    ...faultsOfAmount(kind, amount),
    ...(kwh !== null && kind !== OfferKind.POWER_SUPPLY ? [problem('kwh', USE_WORDS.noMeter)] : []),
  ];
  if (problems.length > 0) throw ApiError.badInput(problems);
}

/** @throws BAD_USER_INPUT unless it can have been handed over then */
export function expectHandOver(booking: Booking, at: Date, now: Date): void {
  const problems = faultsOfHandOver(booking, at, now, 'at');
  if (problems.length > 0) throw ApiError.badInput(problems);
}

function faultsOfHandOver({ startsAt }: Booking, at: Date, now: Date, path: string): FieldProblem[] {
  const earliest = startsAt.getTime() - EARLIEST_HOURS * HOUR_MS;
  if (at.getTime() < earliest) return [problem(path, USE_WORDS.tooEarly({ most: EARLIEST_HOURS }))];
  return at > now ? [problem(path, USE_WORDS.inFuture)] : [];
}

function faultsOfAmount(kind: OfferKind, amount: string | null): FieldProblem[] {
  if (amount === null) return [];
  if (!isPooled(kind)) return [problem('amount', USE_WORDS.lentWhole)];
  const isWhole = kind !== OfferKind.EQUIPMENT || WHOLE.test(amount);
  return isWhole ? [] : [problem('amount', BOOKING_WORDS.amountInPieces)];
}

function problem(path: string, message: Words): FieldProblem {
  return { path, message };
}
