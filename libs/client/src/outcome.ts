import type { Introspection } from './schema/introspection.js';
import { OUTCOMES } from './schema/outcomes.js';

/** The name of every type that implements `Refusal`. */
export type RefusalName = Introspection['types']['Refusal']['possibleTypes'];

/** It was done; `value` is what the mutation answers. */
export interface Granted<Value> {
  readonly ok: true;
  readonly value: Value;
}

/** It was not, and nothing was changed; `refusal.__typename` says which of the possible reasons it was. */
export interface Refused<Refusal> {
  readonly ok: false;
  readonly refusal: Refusal;
}

/** What a mutation came to: everything in its union that is a refusal apart from what is not. */
export type Outcome<Answer> = [Unnamed<Answer>] extends [never]
  ? Granted<Exclude<Answer, RefusalOf<Answer>>> | RefusedOr<RefusalOf<Answer>>
  : 'Ask for __typename in what the mutation answers.';

/** The answer of the only field of a mutation. */
export type OnlyField<Data> = Data[keyof Data];

type RefusalOf<Answer> = Answer extends { __typename: RefusalName } ? Answer : never;
type RefusedOr<Refusal> = [Refusal] extends [never] ? never : Refused<Refusal>;
type Unnamed<Answer> = Answer extends readonly unknown[]
  ? never
  : Answer extends object
    ? Answer extends { __typename: string }
      ? never
      : Answer
    : never;

/** Tells yes from no. A type that is not known is a no: a client older than the API must not take one for a yes. */
export function outcomeOf(answer: unknown): Granted<unknown> | Refused<unknown> {
  const isGranted =
    typeof answer !== 'object' || answer === null || Array.isArray(answer) || OUTCOMES.has(nameOf(answer));
  return isGranted ? { ok: true, value: answer } : { ok: false, refusal: answer };
}

function nameOf(answer: object): string {
  return '__typename' in answer ? String(answer.__typename) : '';
}
