import type { ActionState } from '../action/action.entity.js';
import type { Majority, Tally } from '../motion/majority.js';
import type { Consent, Outcome } from '../motion/outcome.js';
import type { Turnout } from '../motion/turnout.js';

/** How a unit attended. */
export enum AttendanceStanding {
  PRESENT = 'PRESENT',
  REPRESENTED = 'REPRESENTED',
  EXCUSED = 'EXCUSED',
  ABSENT = 'ABSENT',
}

/** Names as they were then; instants by RFC 3339, since a frozen record is kept as JSON. */
export interface AttendanceRecord {
  readonly unitName: string;
  readonly isCounted: boolean;
  readonly standing: AttendanceStanding;
  readonly names: readonly string[];
  readonly arrivedAt: string | null;
  /** Whole minutes; 0 in time. */
  readonly lateMinutes: number;
  readonly leftEarlyAt: string | null;
  readonly representedBy: string | null;
}

export interface ItemRecord {
  readonly itemId: string;
  readonly title: string;
  readonly presenter: string | null;
  /** Why the meeting did not get round to it; null for what stayed on the agenda. */
  readonly postponedBecause: string | null;
}

/** What came of a vote. */
export interface MotionRecord {
  /** The item of the agenda that it belongs to. */
  readonly itemId: string | null;
  readonly text: string;
  readonly majority: Majority;
  readonly isSecret: boolean;
  readonly outcome: Outcome;
  /** How many units had to be present or represented. */
  readonly quorumNeeded: number;
  readonly turnout: Turnout;
  readonly tally: Tally;
  readonly consent: Consent | null;
  /** Of objections that were not withdrawn. */
  readonly objectionCount: number;
}

export interface ActionRecord {
  readonly what: string;
  readonly unitName: string;
  /** A local day, `2026-12-31`. */
  readonly dueOn: string;
}

/** What the meeting heard had become of an action of an earlier one. */
export interface ReportRecord extends ActionRecord {
  readonly actionId: string;
  /** Where the action stood when it was said. */
  readonly state: ActionState;
  readonly text: string;
}

/** What the tables say of a meeting. Frozen with the publishing, so that the minutes say for good what they said then. */
export interface MinutesRecord {
  readonly network: string;
  readonly location: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly attendance: readonly AttendanceRecord[];
  readonly reports: readonly ReportRecord[];
  readonly items: readonly ItemRecord[];
  readonly motions: readonly MotionRecord[];
  readonly actions: readonly ActionRecord[];
}
