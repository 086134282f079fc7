import type { Standing } from '../arithmetic/count-round.js';

export interface RankedStanding extends Standing {
  /** Its line, from 1. */
  readonly place: number;
}

/** As people read a ranking: by rank, those of one rank by their titles, those without one last. */
export function inRanking(
  standings: readonly Standing[],
  nominations: readonly { readonly id: string; readonly title: string }[],
): RankedStanding[] {
  const titles = new Map(nominations.map(({ id, title }) => [id, title]));
  const keyOf = ({ nominationId }: Standing): string => `${titles.get(nominationId) ?? ''}\n${nominationId}`;
  return standings
    .toSorted((one, other) => rankOf(one) - rankOf(other) || (keyOf(one) < keyOf(other) ? -1 : 1))
    .map((standing, at) => ({ ...standing, place: at + 1 }));
}

function rankOf({ rank }: Standing): number {
  return rank ?? Number.MAX_SAFE_INTEGER;
}
