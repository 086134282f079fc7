import {
  MEMBERS,
  type ModelBooking,
  type ModelClosure,
  type ModelOffer,
  type Outcome,
} from './booking-acts.js';
import {
  DAY,
  freeStretches,
  gapOf,
  proposals,
  usedAt,
  usedRuns,
  type Kept,
  type Minute,
  type ModelRules,
  type Stretch,
} from './booking-minutes.js';

/** What is taken of each offer, whole or in amounts, and what is left of it. */
export class BookingShares {
  now: Minute = 9 * 60;
  readonly offers: ModelOffer[] = [];
  readonly bookings: ModelBooking[] = [];
  readonly closures: ModelClosure[] = [];

  rulesOf(at: number): ModelRules {
    const { terms, exceptions } = this.offers[at]!;
    const closures = this.closures.filter(({ offer, isGone }) => offer === at && !isGone);
    return { ...terms, exceptions, closures: closures.map(({ start, end }) => [start, end]) };
  }

  takenOf(offer: number, except: readonly ModelBooking[] = []): ModelBooking[] {
    return this.bookings
      .filter((booking) => booking.offer === offer && isTaken(booking) && !except.includes(booking))
      .toSorted((a, b) => a.start - b.start);
  }

  busy(offer: number, [from, to]: Stretch): Stretch[] {
    if (this.offers[offer]?.pool)
      return this.freeAmounts(offer, [from, to]).flatMap(([start, end, free]) =>
        free === 0 ? [[start, end]] : [],
      );
    return this.takenOf(offer).flatMap(({ start, end }) =>
      start < to && from < end ? [[start, end] satisfies Stretch] : [],
    );
  }

  free(offer: number, window: Stretch, amount: number | null): Stretch[] {
    const { pool } = this.offers[offer]!;
    if (pool && amount !== null && amount > pool.capacity) return [];
    return freeStretches(this.rulesOf(offer), this.inTheWay(offer, amount), window, this.now);
  }

  freeAmounts(offer: number, window: Stretch): [from: Minute, to: Minute, free: number][] {
    const { pool } = this.offers[offer]!;
    if (!pool) return [];
    const runs: [Minute, Minute, number][] = [];
    for (const [from, to, used] of usedRuns(this.takenOf(offer), window)) {
      const free = Math.max(0, pool.capacity - used);
      const last = runs.at(-1);
      if (last?.[2] === free) last[1] = to;
      else runs.push([from, to, free]);
    }
    return runs;
  }

  overCommitments(unit: string, offer: number, window: Stretch): [from: Minute, to: Minute, used: number][] {
    const { pool, owner, networks } = this.offers[offer]!;
    const convened = MEMBERS[unit]?.convenes;
    const mayKnow = owner === unit || (convened !== undefined && networks.includes(convened));
    if (!pool || !mayKnow) return [];
    return usedRuns(this.takenOf(offer), window).filter(([, , used]) => used > pool.capacity);
  }

  /** Minutes in which so much, or anything at all, is not to be had. */
  inTheWay(offer: number, amount: number | null, except: readonly ModelBooking[] = []): Kept[] {
    const { pool } = this.offers[offer]!;
    const taken = this.takenOf(offer, except);
    if (!pool || taken.length === 0) return taken;
    const least = pool.of === 'PIECES' ? 1000 : 1;
    const whole: Stretch = [
      Math.min(...taken.map(({ start }) => start)),
      Math.max(...taken.map(({ keptUntil }) => keptUntil)),
    ];
    return usedRuns(taken, whole).flatMap(([start, keptUntil, used]) =>
      used + (amount ?? least) > pool.capacity ? [{ start, end: keptUntil, keptUntil }] : [],
    );
  }

  /** What of the offer is taken too near to the span. */
  clashes(at: number, [start, end]: Stretch, except: readonly ModelBooking[] = []): ModelBooking[] {
    const gap = gapOf(this.offers[at]!.terms);
    return this.takenOf(at, except).filter((other) => start < other.keptUntil && other.start < end + gap);
  }

  /** The least that is left of a pool in the span and its gap. */
  leftIn(at: number, [start, end]: Stretch, taken: readonly ModelBooking[]): number {
    const { terms, pool } = this.offers[at]!;
    let left = pool?.capacity ?? 0;
    for (let minute = start; minute < end + gapOf(terms); minute++)
      left = Math.min(left, (pool?.capacity ?? 0) - usedAt(taken, minute));
    return left;
  }

  fits(booking: ModelBooking, except: readonly ModelBooking[] = []): boolean {
    const { offer: at, start, end, amount } = booking;
    if (amount === null) return this.clashes(at, [start, end], except).length === 0;
    return amount <= this.leftIn(at, [start, end], this.takenOf(at, except));
  }

  /** Why so much cannot be had then; null if it can. */
  spanTaken(
    at: number,
    span: Stretch,
    amount: number | null,
    except: readonly ModelBooking[],
  ): Outcome | null {
    const { pool } = this.offers[at]!;
    const clashes = this.clashes(at, span, except);
    const capacity = pool?.capacity ?? 0;
    const free = Math.max(0, this.leftIn(at, span, this.takenOf(at, except)));
    if (pool && (amount ?? 0) > capacity) return { kind: 'ABOVE_CAPACITY', capacity };
    if (pool ? (amount ?? 0) <= free : clashes.length === 0) return null;
    const midnight = Math.floor(span[0] / DAY) * DAY;
    const kept = this.inTheWay(at, amount, except);
    const rules = this.rulesOf(at);
    const instead = {
      thatDay: freeStretches(rules, kept, [midnight, midnight + DAY], this.now),
      next: proposals(rules, kept, span, this.now),
    };
    if (pool) return { kind: 'NOT_ENOUGH_FREE', free, ...instead };
    return { kind: 'SPAN_TAKEN', clashes: clashes.map((other) => [other.start, other.end]), ...instead };
  }

  /** Of what is ahead: whether too much is promised at some minute of it. */
  noteOverCommitment(at: number): void {
    const { pool } = this.offers[at]!;
    if (!pool) return;
    const taken = this.takenOf(at);
    for (const booking of taken.filter(({ keptUntil }) => keptUntil > this.now)) {
      const ahead: Stretch = [Math.max(booking.start, this.now), booking.keptUntil];
      booking.overCommitted = usedRuns(taken, ahead).some(([, , used]) => used > pool.capacity);
    }
  }
}

export function isTaken({ state, holds }: ModelBooking): boolean {
  return state === 'CONFIRMED' || holds;
}
