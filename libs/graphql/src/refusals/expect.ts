import type { Words } from '../words/words.js';
import { Refused, StaleVersion, WrongState } from './refusal.js';

/** Refuses an update that was decided on an older version than the stored one; `why` of what one changes alone. */
export function expectVersion(thing: { version: number }, seen: number, why?: Words): void {
  if (thing.version !== seen) throw new Refused(new StaleVersion(thing.version, why));
}

/** Refuses a step that is not open from where the thing stands; `words` names the states for people. */
export function expectState<State extends string>(
  thing: { state: State },
  allowed: readonly State[],
  words: Readonly<Record<State, Words>>,
): void {
  if (!allowed.includes(thing.state)) throw new Refused(WrongState.of(thing.state, words[thing.state]));
}

/** For what the state of a thing does not allow and only words can say why. */
export function refuseState({ state }: { readonly state: string }, why: Words): never {
  throw new Refused(new WrongState(state, why));
}
