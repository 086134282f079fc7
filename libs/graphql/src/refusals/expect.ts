import { Refused, StaleVersion, WrongState } from './refusal.js';

/** Refuses an update that was decided on an older version than the stored one. */
export function expectVersion(thing: { version: number }, seen: number): void {
  if (thing.version !== seen) throw new Refused(new StaleVersion(thing.version));
}

/** Refuses a step that is not open from where the thing stands. */
export function expectState<State extends string>(thing: { state: State }, allowed: readonly State[]): void {
  if (!allowed.includes(thing.state)) throw new Refused(new WrongState(thing.state));
}
