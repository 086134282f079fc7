import type { World } from '../../support/world.js';

/** Something that waits, and for which account. */
export interface Staged {
  readonly by: string;
  /** Of the thing that waits. */
  readonly id: string;
  /** What a mutation is given besides the id and version of the thing, by its name. */
  readonly more?: Readonly<Record<string, object>>;
}

/** One kind: how it comes to wait, anew each time, and what settles it. */
export interface Scene {
  readonly kind: string;
  readonly stage: () => Promise<Staged>;
  readonly settle: Readonly<Record<string, object>>;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const REASON = { reason: '说明' };

/** A span that begins so long after the present of the rules. */
export function spanAhead(
  { clock }: World,
  ahead: number,
  length = HOUR,
): { startsAt: string; endsAt: string } {
  const startsAt = clock.now().getTime() + ahead;
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + length).toISOString() };
}

export function instantAhead({ clock }: World, ahead: number): string {
  return new Date(clock.now().getTime() + ahead).toISOString();
}

export function dayAhead(world: World, days: number): string {
  return new Date(world.clock.now().getTime() + days * DAY + 8 * HOUR).toISOString().slice(0, 10);
}
