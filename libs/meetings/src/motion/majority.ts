/** What a motion needs to be carried. */
export enum Majority {
  SIMPLE = 'SIMPLE',
  ABSOLUTE = 'ABSOLUTE',
  TWO_THIRDS_CAST = 'TWO_THIRDS_CAST',
  TWO_THIRDS_ALL = 'TWO_THIRDS_ALL',
  UNANIMOUS = 'UNANIMOUS',
}

/** Ballots by what they say; whole numbers. */
export interface Tally {
  readonly yes: number;
  readonly no: number;
  /** Counted apart: neither for nor against, under every majority. */
  readonly abstained: number;
}

/**
 * Whether so many ballots carry a motion; `all` is how many could have voted. Nothing is carried without a single yes,
 * and no tie is.
 * @throws RangeError when there are more ballots than voters, or when something is not a whole number
 */
export function carries(majority: Majority, { yes, no, abstained }: Tally, all: number): boolean {
  if (![yes, no, abstained, all].every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError('Votes are counted in whole numbers.');
  if (yes + no + abstained > all)
    throw new RangeError(`There are more ballots than the ${all} who may vote.`);
  switch (majority) {
    case Majority.SIMPLE:
      return yes > no;
    case Majority.ABSOLUTE:
      return 2 * yes > all;
    case Majority.TWO_THIRDS_CAST:
      return yes > 0 && 3 * yes >= 2 * (yes + no);
    case Majority.TWO_THIRDS_ALL:
      return yes > 0 && 3 * yes >= 2 * all;
    case Majority.UNANIMOUS:
      return yes > 0 && no === 0;
  }
}
