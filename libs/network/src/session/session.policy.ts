import { MS_PER_DAY } from '#calendar';
import type { Session } from './session.entity.js';

const IDLE_MS = 14 * MS_PER_DAY;
const LONGEST_MS = 90 * MS_PER_DAY;
const GRACE_MS = 30_000;

/** A session ends when it was not refreshed for 14 days, and after 90 days in any case. */
export function expiryOf(startedAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, startedAt.getTime() + LONGEST_MS));
}

export function goesOn(session: Pick<Session, 'endedAt' | 'expiresAt'>, now: Date): boolean {
  return session.endedAt === null && session.expiresAt > now;
}

/**
 * What a token of that generation is worth. All tokens of the present generation are: after a lost answer there are
 * several, and the first to be used makes the others old. The generation before is let through once more for 30
 * seconds. Anything older has been in two hands.
 */
export function judgeToken(
  generation: number,
  session: Pick<Session, 'generation' | 'refreshedAt'>,
  now: Date,
): 'CURRENT' | 'REPEATED' | 'REUSED' {
  if (generation === session.generation) return 'CURRENT';
  const since = session.refreshedAt === null ? Infinity : now.getTime() - session.refreshedAt.getTime();
  return generation === session.generation - 1 && since < GRACE_MS ? 'REPEATED' : 'REUSED';
}
