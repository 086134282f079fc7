import { isIn, type Passage, type Stay, staysByUnit } from './stays.js';

/** A unit lets another one vote for it. */
export interface GivenProxy {
  readonly giverId: string;
  readonly holderId: string;
  readonly givenAt: Date;
}

export interface RoomFacts {
  /** The units that may vote. */
  readonly entitled: readonly string[];
  readonly passages: readonly Passage[];
  /** Those that have not been withdrawn. */
  readonly proxies: readonly GivenProxy[];
}

/** By entitled unit: who casts its vote now, or null. */
export type Voters = ReadonlyMap<string, string | null>;

/**
 * Who casts the vote of each entitled unit at one instant: itself while it is in the room, else the one that holds its
 * proxy and is in the room, else nobody (null). A proxy lapses when its giver comes in after all; a unit votes for one
 * other at most, of several for the first that gave it.
 */
export function votersAt({ entitled, passages, proxies }: RoomFacts, at: Date): Voters {
  const instant = at.getTime();
  const stays = staysByUnit(passages);
  const staysOf = (unitId: string): readonly Stay[] => stays.get(unitId) ?? [];
  const voters = new Map<string, string | null>(
    entitled.map((id) => [id, isIn(staysOf(id), instant) ? id : null]),
  );
  const taken = new Set<string>();
  for (const { giverId, holderId, givenAt } of proxies.toSorted(byTime)) {
    const given = givenAt.getTime();
    const hasLapsed = staysOf(giverId).some(({ from }) => given < from && from <= instant);
    const isFree = voters.get(holderId) === holderId && !taken.has(holderId);
    if (given > instant || hasLapsed || !isFree || voters.get(giverId) !== null) continue;
    voters.set(giverId, holderId);
    taken.add(holderId);
  }
  return voters;
}

function byTime(a: GivenProxy, b: GivenProxy): number {
  return a.givenAt.getTime() - b.givenAt.getTime() || (a.giverId < b.giverId ? -1 : 1);
}
