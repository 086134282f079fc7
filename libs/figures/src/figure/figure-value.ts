import type { FigureKind } from '../kind/figure-kind.js';
import { FigureNature } from '../kind/figure-nature.enum.js';
import type { FigurePeriod } from '../period/figure-periods.js';

/** One sum as the statement tells it; of the whole time when it names no period. */
export interface FigureSum {
  readonly name: string;
  readonly unitId: string | null;
  readonly networkId: string | null;
  readonly period: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly value: string | null;
  readonly rank: number | null;
}

/** A sum as it is told; numerators of what nothing adds to are 0. */
export interface FigureValue {
  /** Null of the whole time. */
  readonly period: FigurePeriod | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly value: string | null;
}

/** Nothing is 0 of what adds up, and no value of what is a mean; of a stock it is known for the present alone. */
export function told(
  kind: FigureKind,
  period: FigurePeriod | null,
  sum: FigureSum | undefined,
  isPresent: boolean,
): FigureValue {
  const { nature, scale = 1 } = kind;
  if (sum) {
    const { numerator, denominator, value } = sum;
    return { period, numerator, denominator, value };
  }
  if (nature === FigureNature.STOCK && !isPresent)
    return { period, numerator: null, denominator: null, value: null };
  return isMean(kind)
    ? { period, numerator: '0', denominator: '0', value: null }
    : { period, numerator: '0', denominator: String(scale), value: '0' };
}

/** Of which nothing is no value. */
export function isMean({ nature }: Pick<FigureKind, 'nature'>): boolean {
  return nature === FigureNature.MEAN || nature === FigureNature.DISTINCT;
}
