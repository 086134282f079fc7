import type { Fraction } from 'fraction.js';
import { byValue, HUNDRED, sumOf } from './exact.js';

/** From so many sheets on the mean is taken without one highest and one lowest. */
const TRIMMED_FROM = 5;

/** What the sheets of one panel say of one nomination. */
export interface PanelScore {
  readonly criteria: readonly CriterionScore[];
  /** The sum over the criteria of weight / 100 × mean. */
  readonly score: Fraction;
}

export interface CriterionScore {
  readonly weight: Fraction;
  /** From the lowest to the highest. */
  readonly scores: readonly Fraction[];
  /** So many at each end do not count. */
  readonly trimmed: 0 | 1;
  readonly mean: Fraction;
}

/** `sheets` hold a score for each of `weights`, and are one at least. */
export function scorePanel(
  weights: readonly Fraction[],
  sheets: readonly (readonly Fraction[])[],
): PanelScore {
  const criteria = weights.map((weight, at) =>
    scoreCriterion(
      weight,
      sheets.flatMap((scores) => scores[at] ?? []),
    ),
  );
  const score = sumOf(criteria.map(({ weight, mean }) => weight.div(HUNDRED).mul(mean)));
  return { criteria, score };
}

function scoreCriterion(weight: Fraction, unsorted: readonly Fraction[]): CriterionScore {
  const scores = unsorted.toSorted(byValue);
  const trimmed = scores.length >= TRIMMED_FROM ? 1 : 0;
  const counted = scores.slice(trimmed, scores.length - trimmed);
  return { weight, scores, trimmed, mean: sumOf(counted).div(counted.length) };
}
