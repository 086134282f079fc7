import { Refusal, RefusalCode } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { MembershipState, type Membership } from './membership.entity.js';

/** A second invitation of the same unit. */
@ObjectType({
  implements: () => Refusal,
  description: 'The unit of that code has been invited or belongs to the network already.',
})
export class AlreadyMember extends Refusal {
  @Field(() => MembershipState, { description: 'How it stands to the network now.' })
  readonly state: MembershipState;

  constructor(membership: Membership) {
    super(
      RefusalCode.ALREADY_EXISTS,
      `${membership.unitCode} stands in this network as ${membership.state}.`,
    );
    this.state = membership.state;
  }
}
