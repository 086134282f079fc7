import { MS_PER_MINUTE } from '#calendar';
import { MeetingKind, MeetingState, type Meeting } from './meeting.entity.js';

const { DRAFT, CALLED, IN_SESSION } = MeetingState;

/** The committee prepares and holds it. */
export const OPEN_STATES: readonly MeetingState[] = [DRAFT, CALLED, IN_SESSION];

/** Called, and not over. */
export const LIVE_STATES: readonly MeetingState[] = [CALLED, IN_SESSION];

/** Whoever settles it by hand; what comes of the rule of its series leaves it alone from then on. */
export const BY_HAND = { followsSeries: false, isProvisional: false };

/** What may still be said anew, or be cancelled. */
export const AHEAD_STATES: readonly MeetingState[] = [DRAFT, CALLED];

/** A meeting of many hours is two meetings. */
export const LONGEST_MS = 24 * 60 * MS_PER_MINUTE;

/** So long before its start it can be begun: people gather early, and nobody begins that of next week by mistake. */
export const EARLIEST_BEGIN_MINUTES = 60;

/** To all units of the network, or to those that were chosen. */
export function isJoint({ kind }: Pick<Meeting, 'kind'>): boolean {
  return kind !== MeetingKind.WORKING;
}

/** From then on units check in, and the meeting can be begun. */
export function opensAt({ startsAt }: Pick<Meeting, 'startsAt'>): Date {
  return new Date(startsAt.getTime() - EARLIEST_BEGIN_MINUTES * MS_PER_MINUTE);
}

export function mayBegin(meeting: Pick<Meeting, 'startsAt'>, now: Date): boolean {
  return now >= opensAt(meeting);
}

/** Whether units check in now. */
export function isDoorOpen(meeting: Pick<Meeting, 'state' | 'startsAt'>, now: Date): boolean {
  return LIVE_STATES.includes(meeting.state) && mayBegin(meeting, now);
}
