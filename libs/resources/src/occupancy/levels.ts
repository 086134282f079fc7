import type { Busy } from '../availability/free-spans.js';
import { toRange, type Range } from '../availability/openings.js';
import type { Span } from '#calendar';
import type { Pool } from '../offer/offer-pool.js';
import { readAmount, type Amount } from './amount.js';

/** So much of a pool is in use all through the range. */
export interface Level extends Range {
  readonly used: Amount;
}

/** So much is in use from one instant to another, the gap to the next booking included. */
export interface Use extends Range {
  readonly amount: Amount;
}

/** The window in steps of what is in use, in order and without holes; two that follow each other differ. */
export function levelsOf(uses: readonly Use[], { from, to }: Range): Level[] {
  const changes = new Map<number, Amount>([[from, 0n]]);
  const add = (at: number, amount: Amount): void => {
    changes.set(at, (changes.get(at) ?? 0n) + amount);
  };
  for (const use of uses) {
    if (use.to <= from || use.from >= to) continue;
    add(Math.max(from, use.from), use.amount);
    if (use.to < to) add(use.to, -use.amount);
  }
  const levels: { from: number; to: number; used: Amount }[] = [];
  let used = 0n;
  for (const [at, change] of [...changes].toSorted(([a], [b]) => a - b)) {
    const last = levels.at(-1);
    if (last && change === 0n) continue;
    used += change;
    if (last) last.to = at;
    levels.push({ from: at, to, used });
  }
  return levels;
}

/** The most that is in use at one instant of the window. */
export function peakOf(uses: readonly Use[], window: Span): Amount {
  return levelsOf(uses, toRange(window)).reduce((peak, { used }) => (used > peak ? used : peak), 0n);
}

/** Where less than the amount is free: what stands in the way of a booking of so much, from the first use to the last. */
export function crowdedSpans(uses: readonly Use[], capacity: Amount, amount: Amount): Busy[] {
  if (uses.length === 0) return [];
  const from = uses.reduce((first, use) => Math.min(first, use.from), Infinity);
  const to = uses.reduce((last, use) => Math.max(last, use.to), -Infinity);
  const spans: { startsAt: Date; keptUntil: Date }[] = [];
  for (const level of levelsOf(uses, { from, to })) {
    if (level.used + amount <= capacity) continue;
    const last = spans.at(-1);
    if (last?.keptUntil.getTime() === level.from) last.keptUntil = new Date(level.to);
    else spans.push({ startsAt: new Date(level.from), keptUntil: new Date(level.to) });
  }
  return spans;
}

/** The same of a pool and an amount as it is given; the least that can be had if none is. */
export function spansWithout({ capacity, least }: Pool, amount: string | null, uses: readonly Use[]): Busy[] {
  return crowdedSpans(uses, capacity, amount === null ? least : readAmount(amount));
}
