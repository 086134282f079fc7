import type { Majority } from './majority.js';
import type { QuorumPart } from './quorum.js';

/** The majorities as one would count them on one's fingers, without any of the sums that the platform does. */
export const PLAIN_MAJORITIES: Readonly<
  Record<Majority, (yes: number, no: number, silent: number) => boolean>
> = {
  // Each no strikes out one yes, and one has to be left.
  SIMPLE: (yes, no) => strike(yes, no, 1) > 0,
  // Whoever did not say yes strikes one out.
  ABSOLUTE: (yes, no, silent) => strike(yes, no + silent, 1) > 0,
  // Each no strikes out two.
  TWO_THIRDS_CAST: (yes, no) => yes > 0 && strike(yes, no, 2) >= 0,
  TWO_THIRDS_ALL: (yes, no, silent) => yes > 0 && strike(yes, no + silent, 2) >= 0,
  UNANIMOUS: (yes, no) => yes > 0 && no === 0,
};

function strike(yes: number, against: number, each: number): number {
  let left = yes;
  for (let one = 0; one < against; one++) left -= each;
  return left;
}

/** By lots: each member gets as many as the part has pieces; those who take part put theirs in the middle. */
export function isPlainQuorum(rule: QuorumPart, takingPart: number, members: number): boolean {
  const inTheMiddle = lots(takingPart, rule.denominator);
  const asked = lots(members, rule.numerator);
  if (inTheMiddle === 0) return false;
  return rule.reach === 'MORE_THAN' ? inTheMiddle > asked : inTheMiddle >= asked;
}

function lots(people: number, each: number): number {
  let sum = 0;
  for (let person = 0; person < people; person++) sum += each;
  return sum;
}
