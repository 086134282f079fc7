/** Which part of the units that may vote has to take part; fixed when the meeting is called. */
export interface QuorumPart {
  /** Whether exactly this part is enough. */
  readonly reach: 'MORE_THAN' | 'AT_LEAST';
  readonly numerator: number;
  readonly denominator: number;
}

/** What holds where a network says nothing else. */
export const MORE_THAN_HALF: QuorumPart = { reach: 'MORE_THAN', numerator: 1, denominator: 2 };

/** The rules that a call may name. */
export const QUORUM_PARTS = {
  MORE_THAN_HALF,
  AT_LEAST_HALF: { ...MORE_THAN_HALF, reach: 'AT_LEAST' },
  AT_LEAST_TWO_THIRDS: { reach: 'AT_LEAST', numerator: 2, denominator: 3 },
} as const satisfies Readonly<Record<string, QuorumPart>>;

/** How many of `entitled` units have to be present or represented; at least one. */
export function unitsForQuorum({ reach, numerator, denominator }: QuorumPart, entitled: number): number {
  const rest = (entitled * numerator) % denominator;
  const wholes = (entitled * numerator - rest) / denominator;
  return Math.max(1, reach === 'AT_LEAST' && rest === 0 ? wholes : wholes + 1);
}
