import { MEMBERS, type ModelBooking, type ModelOffer, type Outcome } from './booking-acts.js';
import { gapOf, rulesBroken, threeWorkingDaysAfter, type Kept, type Minute } from './booking-minutes.js';
import { BookingShares, isTaken } from './booking-shares.js';

export const GRANTED: Outcome = { kind: 'GRANTED' };
export const NOT_FOUND: Outcome = { kind: 'NOT_FOUND' };
export const FORBIDDEN: Outcome = { kind: 'FORBIDDEN' };
export const STALE: Outcome = { kind: 'STALE_VERSION' };
export const WRONG_STATE: Outcome = { kind: 'WRONG_STATE' };
export const BAD_INPUT: Outcome = { kind: 'BAD_USER_INPUT' };
export const OPEN = ['REQUESTED', 'AWAITING_OWNER'];
export const WISHED = [...OPEN, 'WAITLISTED'];

/** Who has which time of what, and who gets it next; the acts stand in the model. */
export class BookingLedger extends BookingShares {
  readonly suspended = new Set<string>();

  networksOf(unit: string): string[] {
    return (MEMBERS[unit]?.networks ?? []).filter((network) => !this.suspended.has(`${unit} ${network}`));
  }

  sees(unit: string, { owner, networks }: ModelOffer): boolean {
    return owner === unit || networks.some((network) => this.networksOf(unit).includes(network));
  }

  knows(unit: string, booking: ModelBooking): boolean {
    return (
      booking.requester === unit ||
      this.ownerOf(booking) === unit ||
      MEMBERS[unit]?.convenes === booking.network
    );
  }

  ownerOf(booking: ModelBooking): string | undefined {
    return this.offers[booking.offer]?.owner;
  }

  /** Still to be answered: not lapsed, whether or not anything has noted it yet. */
  waits({ state, expires }: ModelBooking): boolean {
    return OPEN.includes(state) && expires > this.now;
  }

  waitingFor(offer: number): ModelBooking[] {
    return this.bookings
      .filter((booking) => booking.offer === offer && booking.state === 'WAITLISTED')
      .toSorted((a, b) => a.number - b.number);
  }

  /** 1, and one more for each that waits before it for an overlapping span. */
  placeOf(booking: ModelBooking): number | null {
    if (booking.state !== 'WAITLISTED') return null;
    const before = this.waitingFor(booking.offer).filter(({ number }) => number < booking.number);
    return 1 + before.filter(({ start, end }) => start < booking.end && booking.start < end).length;
  }

  expiryOf(start: Minute): Minute {
    return Math.min(start, threeWorkingDaysAfter(this.now));
  }

  /** A wish to have something confirmed at another time ends with the beginning of that. */
  lapseOf(deadline: Minute, replaced: ModelBooking[]): Minute {
    return Math.min(deadline, ...replaced.map(({ start }) => start));
  }

  confirm(booking: ModelBooking): void {
    if (!booking.holds) booking.keptUntil = booking.end + gapOf(this.offers[booking.offer]!.terms);
    booking.wasConfirmed = true;
    settle(booking, 'CONFIRMED', null);
  }

  /** Unless it fits only beside what it replaces. */
  hold(booking: ModelBooking): void {
    if (!this.fits(booking)) return;
    booking.holds = true;
    booking.keptUntil = booking.end + gapOf(this.offers[booking.offer]!.terms);
    booking.version++;
  }

  /** What ends when this one is confirmed. */
  replacedBy({ replaces }: ModelBooking): ModelBooking[] {
    const replaced = replaces === null ? undefined : this.bookings[replaces];
    return replaced?.state === 'CONFIRMED' && replaced.start > this.now ? [replaced] : [];
  }

  giveUpReplaced(booking: ModelBooking): Kept[] {
    return this.replacedBy(booking).flatMap((replaced) => this.end(replaced, 'CANCELLED', 'MOVED'));
  }

  /** Gives what it had taken. */
  end(booking: ModelBooking, state: string, reason: string | null): Kept[] {
    const freed = isTaken(booking) ? [{ ...booking }] : [];
    settle(booking, state, reason);
    if (freed.length > 0) this.noteOverCommitment(booking.offer);
    return freed;
  }

  close(booking: ModelBooking, reason: string): Kept[] {
    return booking.expires > this.now
      ? this.end(booking, 'DECLINED', reason)
      : this.end(booking, 'EXPIRED', null);
  }

  /** In the order in which they wait, whoever fits into what has fallen free. */
  handOn(at: number, freed: Kept[]): void {
    const gap = gapOf(this.offers[at]!.terms);
    const givenUp: Kept[] = [];
    for (const booking of this.waitingFor(at)) {
      const { start, end } = booking;
      const waitedForIt = freed.some((kept) => start < kept.keptUntil && kept.start < end + gap);
      if (!waitedForIt || booking.expires <= this.now) continue;
      const replaced = this.replacedBy(booking);
      if (!this.fits(booking, replaced)) continue;
      const { terms } = this.offers[at]!;
      // As if it were asked for just in time: neither is the lead time too long nor the horizon too near.
      const anytime = { ...this.rulesOf(at), leadTimeMinutes: 0, horizonDays: 100 };
      if (rulesBroken(anytime, [start, end], this.now).length > 0) continue;
      const isShort = start < this.now + terms.leadTimeMinutes;
      booking.confirmation = terms.confirmation === 'AUTOMATIC' && isShort ? 'OWNER' : terms.confirmation;
      if (booking.confirmation === 'AUTOMATIC') {
        givenUp.push(...this.giveUpReplaced(booking));
        this.confirm(booking);
      } else {
        booking.state = booking.agreed ? 'AWAITING_OWNER' : 'REQUESTED';
        booking.expires = this.lapseOf(this.expiryOf(start), replaced);
        booking.version++;
        this.hold(booking);
      }
    }
    if (givenUp.length > 0) this.handOn(at, givenUp);
  }
}

export function settle(booking: ModelBooking, state: string, reason: string | null): Outcome {
  booking.state = state;
  booking.reason = reason;
  booking.holds = false;
  booking.overCommitted &&= state === 'CONFIRMED';
  booking.version++;
  return GRANTED;
}
