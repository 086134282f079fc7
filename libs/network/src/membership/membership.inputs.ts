import { IdOf, stepOn } from '#graphql';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsIn, Matches } from 'class-validator';
import { MembershipRole, MembershipState } from './membership.entity.js';

@InputType({ description: 'Whom to invite, and to which network.' })
export class InviteUnitInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network, which your committee convenes.' })
  networkId!: string;

  @Matches(/^[a-z0-9][a-z0-9-]{1,62}$/, {
    message: 'A unit code has 2 to 63 small letters, digits and hyphens.',
  })
  @Field(() => String, {
    description:
      'The unit’s code. Whether a unit has it is not told; the unit that has it sees the invitation.',
  })
  unitCode!: string;

  @IsIn([MembershipRole.PARTNER, MembershipRole.GUEST], { message: 'A unit is invited as PARTNER or GUEST.' })
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
