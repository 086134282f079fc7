import type { Range } from '../availability/openings.js';
import type { Amount } from './amount.js';

/** A part of a pool, from `low` up to `high`, counted from its bottom. */
export interface Lane {
  readonly low: Amount;
  readonly high: Amount;
}

/** A lane for a while. */
export type LaneRange = Lane & Range;

/**
 * Lanes for so much in the whole range, of those that nobody has: kept as long as they can be, else the lowest.
 * Throws RangeError when less is free at some instant.
 */
export function layLanes(
  taken: readonly LaneRange[],
  capacity: Amount,
  amount: Amount,
  range: Range,
): LaneRange[] {
  const laid: { -readonly [K in keyof LaneRange]: LaneRange[K] }[] = [];
  for (const { from, to } of stepsOf(taken, range)) {
    const free = freeLanes(
      taken.filter((other) => other.from < to && from < other.to),
      capacity,
    );
    const held = laid.filter((lane) => lane.to === from);
    for (const { low, high } of pick(free, held, amount)) {
      const same = held.find((lane) => lane.low === low && lane.high === high);
      if (same) same.to = to;
      else laid.push({ from, to, low, high });
    }
  }
  return laid;
}

/** Between two of them nobody comes or goes. */
function stepsOf(taken: readonly Range[], { from, to }: Range): Range[] {
  const inside = taken.flatMap((other) => [other.from, other.to]).filter((edge) => from < edge && edge < to);
  const edges = [...new Set([from, ...inside, to])].toSorted((a, b) => a - b);
  return edges.slice(1).map((edge, at) => ({ from: edges[at] ?? from, to: edge }));
}

function freeLanes(taken: readonly Lane[], capacity: Amount): Lane[] {
  const free: Lane[] = [];
  let low = 0n;
  for (const lane of taken.toSorted((a, b) => (a.low < b.low ? -1 : 1))) {
    if (low < lane.low && low < capacity) free.push({ low, high: lane.low < capacity ? lane.low : capacity });
    low = lane.high;
  }
  if (low < capacity) free.push({ low, high: capacity });
  return free;
}

/** First those that are held already and still free, then the lowest. */
function pick(free: readonly Lane[], held: readonly Lane[], amount: Amount): Lane[] {
  const kept = held.filter((lane) => free.some(({ low, high }) => low <= lane.low && lane.high <= high));
  const picked: Lane[] = [...kept];
  let missing = amount - kept.reduce((sum, { low, high }) => sum + high - low, 0n);
  for (const { low, high } of free.flatMap((lane) => without(lane, kept))) {
    if (missing === 0n) break;
    const width = high - low < missing ? high - low : missing;
    picked.push({ low, high: low + width });
    missing -= width;
  }
  if (missing > 0n) throw new RangeError('So much is not free all along.');
  return picked;
}

function without({ low, high }: Lane, kept: readonly Lane[]): Lane[] {
  const left: Lane[] = [];
  let from = low;
  for (const lane of kept.toSorted((a, b) => (a.low < b.low ? -1 : 1))) {
    if (lane.low < from || lane.high > high) continue;
    if (from < lane.low) left.push({ low: from, high: lane.low });
    from = lane.high;
  }
  if (from < high) left.push({ low: from, high });
  return left;
}
