import type { Act, Outcome } from './booking-acts.js';
import {
  BAD_INPUT,
  BookingLedger,
  FORBIDDEN,
  GRANTED,
  NOT_FOUND,
  STALE,
  WISHED,
  WRONG_STATE,
} from './booking-ledger.js';
import { isClosedIn, isOpenAllAlong } from './booking-minutes.js';

/** What an owner closes and opens again, and what no longer lies inside of its hours. */
export class BookingClosures extends BookingLedger {
  /** From now on; who asked is told no, to whom it was promised it is taken away only if the owner says so. */
  protected closeSpan({ unit, offer: at, span, bookings }: Extract<Act, { do: 'close' }>): Outcome {
    const offer = this.offers[at]!;
    if (!this.sees(unit, offer)) return NOT_FOUND;
    if (offer.owner !== unit) return FORBIDDEN;
    const [start, end] = [Math.max(span[0], this.now), span[1]];
    if (end <= this.now) return BAD_INPUT;
    if (this.isClosedSo(at, start, end)) return { kind: 'ALREADY_EXISTS' };
    const hit = this.bookings.filter(
      (one) =>
        one.offer === at &&
        [...WISHED, 'CONFIRMED'].includes(one.state) &&
        one.start < end &&
        start < one.end,
    );
    const promised = hit.filter(({ state }) => state === 'CONFIRMED');
    if (promised.some(({ start: begins }) => begins <= this.now)) return { kind: 'BOOKING_RUNNING' };
    if (promised.length > 0 && bookings === null) return { kind: 'BOOKINGS_HIT' };
    this.closures.push({ offer: at, start, end, version: 1, isGone: false });
    const freed = hit.flatMap((one) => {
      if (one.state !== 'CONFIRMED') return this.close(one, 'CLOSED');
      return bookings === 'CANCEL' ? this.end(one, 'CANCELLED', 'CLOSED') : [];
    });
    this.handOn(at, freed);
    return GRANTED;
  }

  /** Just that span; of a closure that has begun, what is left of it. */
  private isClosedSo(offer: number, start: number, end: number): boolean {
    return this.closures.some(
      (one) =>
        !one.isGone &&
        one.offer === offer &&
        one.end === end &&
        (one.start === start || (one.start <= this.now && start <= this.now)),
    );
  }

  protected lift({ unit, closure: at, version }: Extract<Act, { do: 'lift' }>): Outcome {
    const closure = this.closures[at]!;
    const offer = this.offers[closure.offer]!;
    if (closure.isGone || !this.sees(unit, offer)) return NOT_FOUND;
    if (offer.owner !== unit) return FORBIDDEN;
    if (closure.version !== version) return STALE;
    if (closure.end <= this.now) return WRONG_STATE;
    closure.version++;
    if (closure.start >= this.now) closure.isGone = true;
    else closure.end = this.now;
    return GRANTED;
  }

  /** What a unit sees to lie outside the hours or in closures that came after it was confirmed. */
  conflicts(unit: string): [booking: number, rules: string[]][] {
    return this.bookings.flatMap((booking, place): [number, string[]][] => {
      const { offer: at, state, start, end } = booking;
      const isAhead = state === 'CONFIRMED' && start > this.now;
      if (!isAhead || !this.knows(unit, booking) || !this.sees(unit, this.offers[at]!)) return [];
      const rules = [
        ...(isOpenAllAlong(this.rulesOf(at), [start, end]) ? [] : ['OUTSIDE_HOURS']),
        ...(isClosedIn(this.rulesOf(at), [start, end]) ? ['CLOSED'] : []),
      ];
      return rules.length > 0 ? [[place, rules]] : [];
    });
  }
}
