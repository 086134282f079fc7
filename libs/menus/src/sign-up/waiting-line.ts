import { SignUpState } from './sign-up.entity.js';

/** Groups and heads of one dish. */
export interface Counts {
  readonly confirmedHeads: number;
  readonly confirmedGroups: number;
  readonly waitingHeads: number;
  readonly waitingGroups: number;
}

/** What a sign-up counts for. */
export interface Group {
  readonly state: SignUpState;
  readonly heads: number;
}

/** What a dish says of who is let in. */
export interface Door {
  /** Null without a limit. */
  readonly quota: number | null;
  readonly allowsPassing: boolean;
}

export const NOBODY: Counts = { confirmedHeads: 0, confirmedGroups: 0, waitingHeads: 0, waitingGroups: 0 };

/** Persons for whom there is room yet. */
export function freeHeads({ quota }: Pick<Door, 'quota'>, { confirmedHeads }: Counts): number {
  return quota === null ? Infinity : quota - confirmedHeads;
}

/** Whether so many more may be let in at once: nobody passes those who wait, unless the dish allows it. */
export function mayEnter(door: Door, counts: Counts, heads: number): boolean {
  return heads <= freeHeads(door, counts) && (door.allowsPassing || counts.waitingGroups === 0);
}

/** Those who are let in now; `waiting` as they stand in line. The line is strict: who does not fit holds up those behind. */
export function whoEnters<Waiting extends Pick<Group, 'heads'>>(
  door: Door,
  counts: Counts,
  waiting: readonly Waiting[],
): Waiting[] {
  const entering: Waiting[] = [];
  let free = freeHeads(door, counts);
  for (const group of waiting) {
    if (group.heads <= free) {
      entering.push(group);
      free -= group.heads;
    } else if (!door.allowsPassing) break;
  }
  return entering;
}

/** The counts after a group was as it `was` and is as it `is`; null for one that is not there. */
export function recount(counts: Counts, was: Group | null, is: Group | null): Counts {
  return add(add(counts, was, -1), is, 1);
}

function add(counts: Counts, group: Group | null, sign: 1 | -1): Counts {
  if (group?.state === SignUpState.CONFIRMED) {
    return {
      ...counts,
      confirmedHeads: counts.confirmedHeads + sign * group.heads,
      confirmedGroups: counts.confirmedGroups + sign,
    };
  }
  if (group?.state !== SignUpState.WAITING) return counts;
  return {
    ...counts,
    waitingHeads: counts.waitingHeads + sign * group.heads,
    waitingGroups: counts.waitingGroups + sign,
  };
}
