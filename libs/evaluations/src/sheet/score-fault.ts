import { Fraction } from 'fraction.js';

/** Which scores there are: the lowest, and whole steps above it up to the highest. Exact decimals. */
export interface Scale {
  readonly scaleMin: string;
  readonly scaleMax: string;
  readonly scaleStep: string;
}

export type ScoreFault = 'OUTSIDE' | 'OFF_STEP';

/** Why this is no score of the scale; null for one that is. */
export function findScoreFault(score: string, { scaleMin, scaleMax, scaleStep }: Scale): ScoreFault | null {
  const exact = new Fraction(score);
  if (exact.lt(scaleMin) || exact.gt(scaleMax)) return 'OUTSIDE';
  return exact.sub(scaleMin).div(scaleStep).d === 1n ? null : 'OFF_STEP';
}
