import type { Fraction } from 'fraction.js';
import { byValue } from './exact.js';

/** A nomination that has a score, and where it stands by it. */
export interface Ranked {
  readonly nominationId: string;
  readonly score: Fraction;
  readonly rank: number;
}

/** Where what has no rank is listed: after everything that has. */
export const UNRANKED = Number.MAX_SAFE_INTEGER;

/** From the highest score on: equal scores share a rank and the next is skipped (1, 2, 2, 4). Without a score no rank. */
export function rankAll(scores: ReadonlyMap<string, Fraction | null>): Ranked[] {
  const sorted = [...scores]
    .flatMap(([nominationId, score]) => (score ? { nominationId, score } : []))
    .toSorted((one, other) => byValue(other.score, one.score) || byId(one, other));
  const ranked: Ranked[] = [];
  for (const [at, one] of sorted.entries()) {
    const before = ranked.at(-1);
    ranked.push({ ...one, rank: before?.score.equals(one.score) ? before.rank : at + 1 });
  }
  return ranked;
}

/** The order of the ids themselves, which depends on no language. */
export function byId(
  one: { readonly nominationId: string },
  other: { readonly nominationId: string },
): number {
  if (one.nominationId === other.nominationId) return 0;
  return one.nominationId < other.nominationId ? -1 : 1;
}
