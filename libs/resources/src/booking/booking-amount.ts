import { ApiError } from '#graphql';
import { ONE_WHOLE, readAmount, writeAmount } from '../occupancy/amount.js';
import { poolOf } from '../offer/offer-pool.js';
import { OfferKind, type Offer } from '../offer/offer.entity.js';
import type { Booking } from './booking.entity.js';
import { BOOKING_WORDS } from './booking.words.js';

/** So much, counted in this; both null for what is lent whole. */
export type BookedAmount = Pick<Booking, 'amount' | 'measure'>;

/** Throws BAD_USER_INPUT at `path` unless an amount is given for a pool, in whole pieces for equipment, and for nothing else. */
export function bookedAmount(
  offer: Offer,
  amount: string | null | undefined,
  path = 'input.amount',
): BookedAmount {
  const given = amount ?? null;
  const problem = (message: { en: string; zh: string }): ApiError => ApiError.badInput([{ path, message }]);
  const pool = poolOf(offer);
  if (!pool) {
    if (given !== null) throw problem(BOOKING_WORDS.amountOfWhole);
    return { amount: null, measure: null };
  }
  const { measure } = pool;
  if (given === null) throw problem(BOOKING_WORDS.amountNeeded({ measure }));
  if (offer.kind !== OfferKind.EQUIPMENT) return { amount: given, measure };
  const pieces = readAmount(given);
  if (pieces % ONE_WHOLE !== 0n) throw problem(BOOKING_WORDS.amountInPieces);
  return { amount: writeAmount(pieces), measure };
}
