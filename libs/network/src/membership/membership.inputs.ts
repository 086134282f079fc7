import { IdOf, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsIn, Matches } from 'class-validator';
import { MembershipRole, MembershipState } from './membership.entity.js';
import { MEMBERSHIP_WORDS } from './membership.words.js';

@InputType({ description: 'Whom to invite, and to which network.' })
export class InviteUnitInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network, which your committee convenes.' })
  networkId!: string;

  @Matches(/^[a-z0-9][a-z0-9-]{1,62}$/, told(MEMBERSHIP_WORDS.unitCodeForm))
  @Field(() => String, {
    description:
      'The unit’s code. Whether a unit has it is not told; the unit that has it sees the invitation.',
  })
  unitCode!: string;

  @IsIn([MembershipRole.PARTNER, MembershipRole.GUEST], told(MEMBERSHIP_WORDS.invitedAs))
  @Field(() => MembershipRole, { defaultValue: MembershipRole.PARTNER, description: 'PARTNER or GUEST.' })
  role!: MembershipRole.PARTNER | MembershipRole.GUEST;
}

@ArgsType()
export class MembershipStep extends stepOn('Membership') {}

@InputType({ description: 'Which memberships; all given conditions hold.' })
export class MembershipFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @Field(() => [MembershipState], { nullable: true, description: 'In one of these states.' })
  states?: MembershipState[] | null;
}
