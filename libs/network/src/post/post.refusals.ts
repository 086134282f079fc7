import { Refusal, RefusalCode } from '#graphql';
import type { Role } from '#tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Post } from './post.entity.js';
import { PostRole } from './post-role.js';
import { POST_WORDS, ROLE_NAMES } from './post.words.js';

/** The same person is not appointed twice to the same post. */
@ObjectType({
  implements: () => Refusal,
  description:
    'That person holds a post of this role in the unit already, or is its liaison and was to be its deputy.',
})
export class AlreadyHeld extends Refusal {
  @Field(() => PostRole, { description: 'The role.' })
  readonly role: Role;

  constructor({ personName, role }: Post) {
    const words = POST_WORDS.alreadyHeld({ person: personName, role: ROLE_NAMES[role] });
    super(RefusalCode.ALREADY_EXISTS, words);
    this.role = role;
  }
}

/** The one who leaves and the one who comes are two people. */
@ObjectType({
  implements: () => Refusal,
  description: 'A post is not handed over to the one who holds it.',
})
export class OwnSuccessor extends Refusal {
  constructor() {
    super(RefusalCode.ALREADY_EXISTS, POST_WORDS.ownSuccessor);
  }
}

/** A unit that takes part in no network needs nobody to speak for it there. */
@ObjectType({
  implements: () => Refusal,
  description: 'Your unit takes part in no network now, so that it gives no posts.',
})
export class UnitHasLeft extends Refusal {
  constructor() {
    super(RefusalCode.WRONG_STATE, POST_WORDS.unitHasLeft);
  }
}
