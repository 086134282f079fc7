import { findChanges, type Placing } from '../arithmetic/changes.js';

/** A place as people read it. */
export interface PlaceShown {
  readonly rank: number | null;
  /** The name of the award. */
  readonly award: string | null;
}

/** In what a result differs from the one published before it, as it was read then. Plain JSON. */
export interface ResultChange {
  readonly title: string;
  /** Null when it did not stand in that result, as one that was excluded since. */
  readonly before: PlaceShown | null;
  readonly after: PlaceShown | null;
}

export interface Names {
  readonly titles: ReadonlyMap<string, string>;
  readonly awards: ReadonlyMap<string, string>;
}

/** By the rank that they have now, those without one last. */
export function describeChanges(
  before: readonly Placing[],
  after: readonly Placing[],
  { titles, awards }: Names,
): ResultChange[] {
  const shown = (placing: Placing | null): PlaceShown | null =>
    placing && {
      rank: placing.rank,
      award: placing.awardId === null ? null : (awards.get(placing.awardId) ?? null),
    };
  return findChanges(before, after).map(({ nominationId, ...change }) => ({
    title: titles.get(nominationId) ?? '',
    before: shown(change.before),
    after: shown(change.after),
  }));
}
