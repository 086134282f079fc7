import { Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { Spoken } from '../words/spoken.js';
import type { Words } from '../words/words.js';
import { RefusalCode } from './refusal-code.enum.js';
import { REFUSAL_WORDS } from './refusal-words.js';

/** Expected refusals are part of the schema, so that a client cannot forget them. */
@InterfaceType({ description: 'A well-formed wish that was not granted; nothing was changed.' })
export abstract class Refusal {
  @Field(() => RefusalCode, { description: 'The reason, for programs.' })
  readonly code: RefusalCode;

  @Spoken()
  @Field(() => String, {
    description: 'The reason, for people: a sentence in the language that `Accept-Language` asks for.',
  })
  readonly message: Words;

  constructor(code: RefusalCode, message: Words = REFUSAL_WORDS[code]) {
    this.code = code;
    this.message = message;
  }
}

/** Two people edited the same thing; the second must look again. */
@ObjectType({
  implements: () => Refusal,
  description: 'The thing was changed since the version that was sent.',
})
export class StaleVersion extends Refusal {
  @Field(() => Int, { description: 'The version it has now.' })
  readonly currentVersion: number;

  /** `message` where nobody else could have changed it. */
  constructor(currentVersion: number, message?: Words) {
    super(RefusalCode.STALE_VERSION, message);
    this.currentVersion = currentVersion;
  }
}

/** A step that the thing's state does not allow. */
@ObjectType({ implements: () => Refusal, description: 'The state of the thing does not allow this step.' })
export class WrongState extends Refusal {
  @Field(() => String, { description: 'The state it is in.' })
  readonly currentState: string;

  /** `message` says why, where the state alone does not. */
  constructor(state: string, message: Words) {
    super(RefusalCode.WRONG_STATE, message);
    this.currentState = state;
  }

  static of(state: string, name: Words): WrongState {
    return new WrongState(state, GRAPHQL_WORDS.wrongState({ state: name }));
  }
}

/** Thrown by services so that the transaction rolls back; the interceptor makes it the answer. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message.en);
    this.name = 'Refused';
  }
}
