import type { Range } from './openings.js';

/**
 * Slots are counted from the opening of the hours line that an instant falls in. Where lines join or overlap, an
 * instant may belong to several, and it is on the step if it is so for one of them. `lines` are sorted by `from`.
 */
export function isOnStep(lines: readonly Range[], at: number, step: number): boolean {
  return firstStep(lines, at, step) === at;
}

/** The first instant on the step at or after `at`; Infinity when there is none. */
export function firstStep(lines: readonly Range[], at: number, step: number): number {
  let first = Infinity;
  for (const { from, to } of lines) {
    if (to < at) continue;
    if (from >= first) break;
    const candidate = from + Math.max(0, Math.ceil((at - from) / step)) * step;
    if (candidate <= to) first = Math.min(first, candidate);
  }
  return first;
}

/** The last instant on the step at or before `at`; -Infinity when there is none. */
export function lastStep(lines: readonly Range[], at: number, step: number): number {
  let last = -Infinity;
  for (const { from, to } of lines) {
    if (from > at) break;
    last = Math.max(last, from + Math.floor((Math.min(at, to) - from) / step) * step);
  }
  return last;
}
