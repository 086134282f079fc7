import type { Voters } from './voters.js';

/** That a unit has voted, and who cast its ballot: itself, or the unit that held its proxy. Not what it said. */
export interface RollEntry {
  readonly unitId: string;
  readonly castById: string;
}

/** What is kept with each vote; units, not people. */
export interface Turnout {
  readonly entitled: number;
  readonly present: number;
  readonly represented: number;
  readonly voting: number;
}

/** Why a ballot is not taken. */
export enum BallotFault {
  NOT_ENTITLED = 'NOT_ENTITLED',
  HAS_VOTED = 'HAS_VOTED',
  AWAY = 'AWAY',
  ANOTHER_VOTES = 'ANOTHER_VOTES',
  TWO_BALLOTS_CAST = 'TWO_BALLOTS_CAST',
}

/**
 * Why this ballot may not be cast now; null when it may. The first ballot of a unit stands. Who has cast one for
 * another unit casts none for a third, although that proxy was withdrawn since.
 */
export function findBallotFault(
  voters: Voters,
  roll: readonly RollEntry[],
  { unitId, castById }: RollEntry,
): BallotFault | null {
  const voter = voters.get(unitId);
  if (voter === undefined) return BallotFault.NOT_ENTITLED;
  if (roll.some((cast) => cast.unitId === unitId)) return BallotFault.HAS_VOTED;
  if (voter === null) return BallotFault.AWAY;
  if (voter !== castById) return BallotFault.ANOTHER_VOTES;
  return unitId !== castById && hasVotedForAnother(roll, castById) ? BallotFault.TWO_BALLOTS_CAST : null;
}

/**
 * Who took part in a vote that closes now. A unit that has voted took part as it did then, wherever it is by now, so
 * that nobody breaks a quorum after voting; the others as they stand at the closing.
 * @throws RangeError when a unit stands on the roll that may not vote, or twice
 */
export function countTurnout(voters: Voters, roll: readonly RollEntry[]): Turnout {
  const cast = new Map(roll.map(({ unitId, castById }) => [unitId, castById]));
  if (cast.size < roll.length) throw new RangeError('A unit has voted twice.');
  for (const unitId of cast.keys())
    if (!voters.has(unitId)) throw new RangeError(`Unit ${unitId} has voted and may not.`);
  let present = 0;
  let represented = 0;
  for (const [unitId, now] of voters) {
    const voter = cast.get(unitId) ?? now;
    if (voter === unitId) present += 1;
    else if (voter !== null && (cast.has(unitId) || !hasVotedForAnother(roll, voter))) represented += 1;
  }
  return { entitled: voters.size, present, represented, voting: cast.size };
}

function hasVotedForAnother(roll: readonly RollEntry[], voterId: string): boolean {
  return roll.some(({ unitId, castById }) => castById === voterId && unitId !== voterId);
}
