import { MS_PER_HOUR, MS_PER_MINUTE } from '#calendar';
import { ApiError, type FieldProblem, type Words } from '#graphql';
import type { Booking } from '../booking/booking.entity.js';
import { BOOKING_WORDS } from '../booking/booking.words.js';
import { isMore, times } from '../contribution/decimal.js';
import { mostHeads } from '../offer/most-heads.js';
import { poolOf } from '../offer/offer-pool.js';
import { OfferKind, type Offer } from '../offer/offer.entity.js';
import type { BookingUse } from './booking-use.entity.js';
import { USE_WORDS } from './use.words.js';

/** Long enough to load a bus or to lay a hall; earlier, what may still be called off would count as in use. */
export const EARLIEST_HOURS = 2;
const WHOLE = /^\d+(\.0+)?$/;

/** What is known of a use that is over. */
export interface UseFacts {
  readonly handedOverAt: Date;
  readonly returnedAt: Date;
  readonly heads: number | null;
  readonly amount: string | null;
  readonly kwh: string | null;
}

/** What somebody notes of it; what is left out stays as it was noted, or as it was booked. Null: it is not known after all. */
export type UseNote = { readonly [K in keyof UseFacts]?: UseFacts[K] | null | undefined };

/** A use for which nobody has noted a return: from the hand-over, if that was noted, as it was booked. */
export function assumedFacts(booking: Booking, known: BookingUse | null): UseFacts {
  const { startsAt, endsAt, heads, amount } = booking;
  const handedOverAt = known && known.handedOverAt < endsAt ? known.handedOverAt : startsAt;
  return { handedOverAt, returnedAt: endsAt, heads, amount, kwh: null };
}

export function notedFacts(booking: Booking, known: BookingUse | null, note: UseNote, now: Date): UseFacts {
  // A hand-over alone says nothing of the rest.
  const { heads, amount, kwh } = known?.completedAt
    ? known
    : { heads: booking.heads, amount: booking.amount, kwh: null };
  return {
    handedOverAt: toMinute(note.handedOverAt ?? known?.handedOverAt ?? booking.startsAt),
    returnedAt: toMinute(note.returnedAt ?? known?.returnedAt ?? now),
    heads: note.heads === undefined ? heads : note.heads,
    amount: note.amount ?? amount,
    kwh: note.kwh === undefined ? kwh : note.kwh,
  };
}

/** The clock on the wall shows no seconds, and the account counts none. */
export function toMinute(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / MS_PER_MINUTE) * MS_PER_MINUTE);
}

/** @throws BAD_USER_INPUT naming each thing that cannot have happened */
export function expectPossible(booking: Booking, offer: Offer, facts: UseFacts, now: Date): void {
  const { handedOverAt, returnedAt } = facts;
  const problems = [
    ...faultsOfHandOver(booking, handedOverAt, now, 'handedOverAt'),
    ...(returnedAt > now ? [problem('returnedAt', USE_WORDS.inFuture)] : []),
    ...(returnedAt <= handedOverAt ? [problem('returnedAt', USE_WORDS.returnedBeforeHandOver)] : []),
    ...faultsOfHeads(booking, offer, facts.heads),
    ...faultsOfAmount(booking, offer, facts.amount),
    ...faultsOfEnergy(booking, offer, facts),
  ];
  if (problems.length > 0) throw ApiError.badInput(problems);
}

/** @throws BAD_USER_INPUT unless it can have been handed over then */
export function expectHandOver(booking: Booking, at: Date, now: Date): void {
  const problems = faultsOfHandOver(booking, at, now, 'at');
  if (problems.length > 0) throw ApiError.badInput(problems);
}

function faultsOfHandOver({ startsAt }: Booking, at: Date, now: Date, path: string): FieldProblem[] {
  const earliest = startsAt.getTime() - EARLIEST_HOURS * MS_PER_HOUR;
  if (at.getTime() < earliest) return [problem(path, USE_WORDS.tooEarly({ most: EARLIEST_HOURS }))];
  return at > now ? [problem(path, USE_WORDS.inFuture)] : [];
}

/** More than it was booked for may have come, but not more than go in. */
function faultsOfHeads(booking: Booking, offer: Offer, heads: number | null): FieldProblem[] {
  const most = Math.max(mostHeads(offer), booking.heads ?? 0);
  return heads === null || heads <= most ? [] : [problem('heads', USE_WORDS.tooManyHeads({ most }))];
}

function faultsOfAmount(booking: Booking, offer: Offer, amount: string | null): FieldProblem[] {
  if (amount === null) return [];
  const pool = poolOf(offer);
  if (!pool || booking.amount === null) return [problem('amount', USE_WORDS.lentWhole)];
  if (offer.kind === OfferKind.EQUIPMENT && !WHOLE.test(amount))
    return [problem('amount', BOOKING_WORDS.amountInPieces)];
  const { amount: most } = booking;
  if (!isMore(amount, most)) return [];
  return [problem('amount', USE_WORDS.moreThanBooked({ most, measure: pool.measure }))];
}

function faultsOfEnergy(
  { amount }: Booking,
  { kind }: Offer,
  { handedOverAt, returnedAt, kwh }: UseFacts,
): FieldProblem[] {
  if (kwh === null) return [];
  if (kind !== OfferKind.POWER_SUPPLY) return [problem('kwh', USE_WORDS.noMeter)];
  const minutes = (returnedAt.getTime() - handedOverAt.getTime()) / MS_PER_MINUTE;
  if (amount === null || minutes <= 0 || !isMore(times(kwh, 60), times(amount, minutes))) return [];
  return [problem('kwh', USE_WORDS.moreThanItCarries({ most: amount, minutes: String(minutes) }))];
}

function problem(path: string, message: Words): FieldProblem {
  return { path, message };
}
