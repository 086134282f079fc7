import { joinWords, Refused, type Words, WrongState } from '#graphql';
import type { EvaluationRound, EvaluationRoundState } from './evaluation-round.entity.js';
import {
  EVALUATION_ROUND_NEXT,
  EVALUATION_ROUND_STATES,
  EVALUATION_ROUND_WORDS,
} from './evaluation-round.words.js';

/** Refuses a step from where the thing stands, and says from where it is taken; `words` names the states for people. */
export function expectStanding<State extends string>(
  { state }: { readonly state: State },
  allowed: readonly State[],
  words: Readonly<Record<State, Words>>,
): void {
  if (!allowed.includes(state)) throw new Refused(new WrongState(state, say(state, allowed, words)));
}

/** The same of a round, and how it goes on from there. */
export function expectRound(
  { state }: Pick<EvaluationRound, 'state'>,
  allowed: readonly EvaluationRoundState[],
): void {
  if (allowed.includes(state)) return;
  const said = say(state, allowed, EVALUATION_ROUND_STATES);
  throw new Refused(new WrongState(state, joinWords([said, EVALUATION_ROUND_NEXT[state]])));
}

function say<State extends string>(
  state: State,
  allowed: readonly State[],
  words: Readonly<Record<State, Words>>,
): Words {
  const names = allowed.map((one) => words[one]);
  const all = {
    en: names.map(({ en }) => en).join(' or '),
    zh: names.map(({ zh }) => zh).join('”“'),
  };
  return EVALUATION_ROUND_WORDS.standing({ state: words[state], allowed: all });
}
