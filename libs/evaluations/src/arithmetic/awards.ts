import type { Fraction } from 'fraction.js';
import type { AwardTier } from './counting-rules.js';
import { readDecimal } from './exact.js';
import type { Ranked } from './ranking.js';

/**
 * The first tier, by position, that covers a nomination and is not withheld. Places cover ranks, so that all who share
 * the last of them get the better award. A withheld tier (空缺) is given to nobody and covers no rank: the best then has
 * the next. Who misses a level of points may reach the next one.
 */
export function findAward(tiers: readonly AwardTier[], { rank, score }: Ranked): string | null {
  let taken = 0;
  const given = tiers.filter(({ isWithheld }) => !isWithheld);
  for (const tier of given.toSorted((one, other) => one.position - other.position)) {
    const from = taken;
    taken += tier.places ?? 0;
    const isCovered = tier.places === null ? reaches(score, tier) : rank > from && rank <= taken;
    if (isCovered) return tier.id;
  }
  return null;
}

function reaches(score: Fraction, { minScore }: AwardTier): boolean {
  return minScore !== null && score.gte(readDecimal(minScore));
}
