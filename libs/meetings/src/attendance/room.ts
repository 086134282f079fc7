import { AttendanceAct } from './attendance-entry.entity.js';

/** A unit came, went, or excused itself. */
export interface Passing {
  readonly unitId: string;
  readonly act: AttendanceAct;
  readonly at: Date;
}

/** A vote that was given to another unit. */
export interface GivenProxy {
  readonly unitId: string;
  readonly proxyUnitId: string;
}

/** In the order in which they happened; of one unit no two happen at one instant. */
function inOrder(passings: readonly Passing[]): Passing[] {
  return passings.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** Whoever came before that instant, or at it, and has not gone since; who goes at it is gone. By unit. */
export function presentAt(passings: readonly Passing[], instant: Date): string[] {
  const there = new Set<string>();
  for (const { unitId, act, at } of inOrder(passings)) {
    if (at > instant) break;
    if (act === AttendanceAct.ARRIVED) there.add(unitId);
    else there.delete(unitId);
  }
  return [...there].toSorted();
}

/** Whether one unit can have passed so: it comes before it goes, comes again only after that, and excuses itself first. */
export function isPossible(passings: readonly Passing[]): boolean {
  let isThere = false;
  let hasCome = false;
  let last = -Infinity;
  for (const { act, at } of inOrder(passings)) {
    if (at.getTime() === last) return false;
    if (act === AttendanceAct.EXCUSED ? hasCome : (act === AttendanceAct.ARRIVED) === isThere) return false;
    isThere = act === AttendanceAct.ARRIVED;
    hasCome ||= isThere;
    last = at.getTime();
  }
  return true;
}

/** How one unit attended, as the sign-in sheet says it. */
export interface Attended {
  readonly arrivedAt: Date | null;
  /** When it went for good before the end. */
  readonly leftEarlyAt: Date | null;
  /** Whole minutes after the beginning; 0 when in time. */
  readonly lateMinutes: number;
  readonly isExcused: boolean;
}

/** Of one unit; `end` is when the meeting was closed, or now. */
export function attendedBy(passings: readonly Passing[], beginning: Date, end: Date): Attended {
  const all = inOrder(passings).filter(({ at }) => at <= end);
  const arrivedAt = all.find(({ act }) => act === AttendanceAct.ARRIVED)?.at ?? null;
  const last = all.at(-1);
  const late = arrivedAt ? Math.floor((arrivedAt.getTime() - beginning.getTime()) / 60_000) : 0;
  return {
    arrivedAt,
    leftEarlyAt: last?.act === AttendanceAct.LEFT && last.at < end ? last.at : null,
    lateMinutes: Math.max(0, late),
    isExcused: arrivedAt === null && all.some(({ act }) => act === AttendanceAct.EXCUSED),
  };
}
