import { Refusal, RefusalCode } from '#graphql';
import type { Role } from '#tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Post } from './post.entity.js';
import { PostRole } from './post-role.js';
import { POST_WORDS, ROLE_NAMES } from './post.words.js';

/** The same person is not appointed twice to the same post. */
@ObjectType({
  implements: () => Refusal,
  description: 'That person holds a post of this role in the unit already.',
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
