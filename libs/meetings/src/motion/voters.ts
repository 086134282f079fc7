import { AttendanceAct } from '../attendance/attendance-entry.entity.js';
import { type GivenProxy, type Passing, presentAt } from '../attendance/room.js';

/** A proxy that has not been withdrawn, and since when. */
export interface DatedProxy extends GivenProxy {
  readonly givenAt: Date;
}

export interface RoomFacts {
  /** The units that may vote. */
  readonly entitled: readonly string[];
  readonly passings: readonly Passing[];
  readonly proxies: readonly DatedProxy[];
}

/** By entitled unit: who casts its vote now, or null. */
export type Voters = ReadonlyMap<string, string | null>;

/**
 * Who casts the vote of each entitled unit at one instant: itself while it is in the room, else the one that holds its
 * proxy and is in the room, else nobody (null). A proxy lapses when its giver comes in after all; a unit votes for one
 * other at most, of several for the first that gave it.
 */
export function votersAt({ entitled, passings, proxies }: RoomFacts, instant: Date): Voters {
  const present = new Set(presentAt(passings, instant));
  const voters = new Map<string, string | null>(entitled.map((id) => [id, present.has(id) ? id : null]));
  const taken = new Set<string>();
  for (const { unitId, proxyUnitId, givenAt } of proxies.toSorted(byTime)) {
    const hasLapsed = passings.some(
      (one) =>
        one.unitId === unitId && one.act === AttendanceAct.ARRIVED && givenAt < one.at && one.at <= instant,
    );
    const isFree = voters.get(proxyUnitId) === proxyUnitId && !taken.has(proxyUnitId);
    if (givenAt > instant || hasLapsed || !isFree || voters.get(unitId) !== null) continue;
    voters.set(unitId, proxyUnitId);
    taken.add(proxyUnitId);
  }
  return voters;
}

/** Those whose vote another casts, and who does. */
export function listRepresented(voters: Voters): GivenProxy[] {
  return [...voters].flatMap(([unitId, proxyUnitId]) =>
    proxyUnitId === null || proxyUnitId === unitId ? [] : [{ unitId, proxyUnitId }],
  );
}

function byTime(a: DatedProxy, b: DatedProxy): number {
  return a.givenAt.getTime() - b.givenAt.getTime() || (a.unitId < b.unitId ? -1 : 1);
}
