import type { Standing } from './count-round.js';
import { byId, UNRANKED } from './ranking.js';

/** What people are told of a standing. */
export type Placing = Pick<Standing, 'nominationId' | 'rank' | 'awardId'>;

/** What differs for one nomination between two results. */
export interface StandingChange {
  readonly nominationId: string;
  /** Null when it did not stand in that result. */
  readonly before: Placing | null;
  readonly after: Placing | null;
}

/** Those whose rank or award differs, by the rank that they have now, then by the one they had, none being last; then by their ids. */
export function findChanges(before: readonly Placing[], after: readonly Placing[]): StandingChange[] {
  const was = byNomination(before);
  const is = byNomination(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((nominationId) => ({
      nominationId,
      before: was.get(nominationId) ?? null,
      after: is.get(nominationId) ?? null,
    }))
    .filter(({ before: then, after: now }) => then?.rank !== now?.rank || then?.awardId !== now?.awardId)
    .toSorted(
      (one, other) => byRank(one.after, other.after) || byRank(one.before, other.before) || byId(one, other),
    );
}

function byNomination(all: readonly Placing[]): Map<string, Placing> {
  return new Map(
    all.map(({ nominationId, rank, awardId }) => [nominationId, { nominationId, rank, awardId }]),
  );
}

function byRank(one: Placing | null, other: Placing | null): number {
  return (one?.rank ?? UNRANKED) - (other?.rank ?? UNRANKED);
}
