import { ClaimState } from '../claim/claim.entity.js';
import { NeedSource, NeedState, type Need } from './need.entity.js';

/** Its own unit may still change what it says. */
export const CHANGEABLE_STATES: readonly NeedState[] = [
  NeedState.DRAFT,
  NeedState.PROPOSED,
  NeedState.RETURNED,
  NeedState.TAKEN,
  NeedState.OPEN,
];

/** The committee asks units. */
export const ASKING_STATES: readonly NeedState[] = [NeedState.TAKEN, NeedState.OPEN];

/** What has units that answer for it. */
export const HELD_STATES: readonly NeedState[] = [
  NeedState.CLAIMED,
  NeedState.IN_PROGRESS,
  NeedState.ANSWERED,
];

/** Of claims: awaited, or holding a place. */
export const LIVE_CLAIMS: readonly ClaimState[] = [ClaimState.ASKED, ClaimState.ACCEPTED];

/** A unit does not take on what it lacks itself; the committee may help residents. */
export function isOwnNeed({ unitId, source }: Pick<Need, 'unitId' | 'source'>, claimant: string): boolean {
  return source === NeedSource.UNIT && unitId === claimant;
}
