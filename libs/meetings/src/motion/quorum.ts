/** Which part of the units that may vote has to take part; fixed when the meeting is called. */
export interface QuorumRule {
  /** Whether exactly this part is enough. */
  readonly reach: 'MORE_THAN' | 'AT_LEAST';
  readonly numerator: number;
  readonly denominator: number;
}

/** What holds where a network says nothing else. */
export const MORE_THAN_HALF: QuorumRule = { reach: 'MORE_THAN', numerator: 1, denominator: 2 };

/** Nobody needs finer parts, and no product of these leaves the whole numbers. */
const LARGEST_DENOMINATOR = 1000;

/** Whether it is a part of a whole that can be reached: above 0, at most 1, and not more than all. */
export function isQuorumRule({ reach, numerator, denominator }: QuorumRule): boolean {
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) return false;
  if (numerator < 1 || denominator > LARGEST_DENOMINATOR) return false;
  return reach === 'MORE_THAN' ? numerator < denominator : numerator <= denominator;
}

/** How many of `entitled` units have to be present or represented; at least one. */
export function unitsForQuorum({ reach, numerator, denominator }: QuorumRule, entitled: number): number {
  const wholes = (entitled * numerator - ((entitled * numerator) % denominator)) / denominator;
  const isExact = wholes * denominator === entitled * numerator;
  return Math.max(1, reach === 'AT_LEAST' && isExact ? wholes : wholes + 1);
}
