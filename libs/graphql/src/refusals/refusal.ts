import { Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { RefusalCode } from './refusal-code.enum.js';

/** Expected refusals are part of the schema, so that a client cannot forget them. */
@InterfaceType({ description: 'A well-formed wish that was not granted; nothing was changed.' })
export abstract class Refusal {
  @Field(() => RefusalCode, { description: 'The reason, for programs.' })
  readonly code: RefusalCode;

  @Field(() => String, { description: 'The reason, for people: one sentence.' })
  readonly message: string;

  constructor(code: RefusalCode, message: string) {
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

  constructor(currentVersion: number) {
    super(RefusalCode.STALE_VERSION, 'It was changed in the meantime; look again before you change it.');
    this.currentVersion = currentVersion;
  }
}

/** A step that the thing's state does not allow. */
@ObjectType({ implements: () => Refusal, description: 'The state of the thing does not allow this step.' })
export class WrongState extends Refusal {
  @Field(() => String, { description: 'The state it is in.' })
  readonly currentState: string;

  constructor(state: string, message = `This cannot be done while it is ${state}.`) {
    super(RefusalCode.WRONG_STATE, message);
    this.currentState = state;
  }
}

/** Thrown by services so that the transaction rolls back; the interceptor makes it the answer. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.name = 'Refused';
  }
}
