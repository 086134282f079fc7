import { IdOf } from '#graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsIn, Matches, MaxLength, MinLength } from 'class-validator';
import { MembershipRole } from '../membership/membership.entity.js';
import { NewPassword } from '../password/password.inputs.js';
import { UnitKind } from '../unit/unit.entity.js';

@InputType({ description: 'A unit that is not on the platform yet.' })
export class InviteNewUnitInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network, which your committee convenes.' })
  networkId!: string;

  @IsIn([MembershipRole.PARTNER, MembershipRole.GUEST], { message: 'A unit is invited as PARTNER or GUEST.' })
  @Field(() => MembershipRole, { defaultValue: MembershipRole.PARTNER, description: 'PARTNER or GUEST.' })
  role!: MembershipRole.PARTNER | MembershipRole.GUEST;

  @MinLength(1, { message: 'A name has at least one character.' })
  @MaxLength(100, { message: 'The name of a unit has at most 100 characters.' })
  @Field(() => String, { description: 'Its name in Chinese.' })
  unitName!: string;

  @Field(() => UnitKind, { description: 'What it is.' })
  unitKind!: UnitKind;

  @Matches(/^[a-z0-9][a-z0-9-]{1,50}$/, {
    message: 'A unit code has 2 to 51 small letters, digits and hyphens.',
  })
  @Field(() => String, {
    description:
      'How its code shall begin; the platform adds five characters, so that nothing is told of codes in use.',
  })
  unitCode!: string;
}

@InputType({ description: 'How a unit comes to the platform with the code it was given.' })
export class RedeemInvitationInput {
  @MaxLength(100, { message: 'A code has at most 100 characters.' })
  @Field(() => String, {
    description: 'The code that was handed over; capitals, blanks and hyphens do not matter.',
  })
  code!: string;

  @MinLength(1, { message: 'A name has at least one character.' })
  @MaxLength(60, { message: 'A name has at most 60 characters.' })
  @Field(() => String, { description: 'Your name: you become the unit’s first liaison.' })
  personName!: string;

  @Matches(/^[+0-9][0-9 ()-]{2,29}$/, {
    message: 'A phone number has 3 to 30 digits, spaces, brackets or hyphens.',
  })
  @Field(() => String, { nullable: true, description: 'Duty phone, shown in the directory of the network.' })
  dutyPhone?: string | null;

  @NewPassword()
  password!: string;
}
