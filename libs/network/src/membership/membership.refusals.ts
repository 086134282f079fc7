import { Refusal, RefusalCode } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { MembershipState, type Membership } from './membership.entity.js';
import { MEMBERSHIP_STATES, MEMBERSHIP_WORDS } from './membership.words.js';

/** A second invitation of the same unit. */
@ObjectType({
  implements: () => Refusal,
  description: 'The unit of that code has been invited or belongs to the network already.',
})
export class AlreadyMember extends Refusal {
  @Field(() => MembershipState, { description: 'How it stands to the network now.' })
  readonly state: MembershipState;

  constructor(membership: Membership) {
    const { unitCode, state } = membership;
    const words = MEMBERSHIP_WORDS.alreadyMember({ unitCode, state: MEMBERSHIP_STATES[state] });
    super(RefusalCode.ALREADY_EXISTS, words);
    this.state = state;
  }
}
