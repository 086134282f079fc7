import { carries, type Majority, type Tally } from './majority.js';
import { MotionState } from './motion.entity.js';
import { type QuorumPart, unitsForQuorum } from './quorum.js';
import type { Turnout } from './turnout.js';

/** What was asked outside of the meeting, of households say; those who did not answer are neither for nor against. */
export interface Consent {
  readonly majority: Majority;
  readonly asked: number;
  readonly for: number;
  readonly against: number;
}

export interface ClosedVote {
  readonly majority: Majority;
  readonly quorum: QuorumPart;
  readonly turnout: Turnout;
  readonly tally: Tally;
  readonly consent: Consent | null;
}

const { CARRIED, LOST, NO_QUORUM } = MotionState;

/** Where a motion stands once its vote is closed. */
export const OUTCOMES = [CARRIED, LOST, NO_QUORUM] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What a vote decides: nothing without quorum; else the ballots and, where there is one, the consent from outside have
 * to carry it, each by its own majority.
 * @throws RangeError when the ballots are not as many as the units that voted
 */
export function decide({ majority, quorum, turnout, tally, consent }: ClosedVote): Outcome {
  const { entitled, present, represented, voting } = turnout;
  if (tally.yes + tally.no + tally.abstained !== voting)
    throw new RangeError(`There are not as many ballots as the ${voting} units that voted.`);
  if (present + represented < unitsForQuorum(quorum, entitled)) return NO_QUORUM;
  const isCarried = carries(majority, tally, entitled) && (consent === null || isConsent(consent));
  return isCarried ? CARRIED : LOST;
}

/**
 * Whether those who were asked have agreed: 68 of 102 is two thirds of all.
 * @throws RangeError when more have answered than were asked
 */
export function isConsent({ majority, asked, for: yes, against }: Consent): boolean {
  return carries(majority, { yes, no: against, abstained: 0 }, asked);
}
