import { GRAPHQL_WORDS, IdOf, NotBlank, Phone, told } from '#graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { MembershipRole } from '../membership/membership.entity.js';
import { MEMBERSHIP_WORDS } from '../membership/membership.words.js';
import { NewPassword } from '../password/password.inputs.js';
import { PASSWORD_WORDS } from '../password/password.words.js';
import { POST_WORDS } from '../post/post.words.js';
import { UnitKind } from '../unit/unit.entity.js';
import { INVITATION_WORDS } from './invitation.words.js';

@InputType({ description: 'A unit that is not on the platform yet.' })
export class InviteNewUnitInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network, which your committee convenes.' })
  networkId!: string;

  @IsIn([MembershipRole.PARTNER, MembershipRole.GUEST], told(MEMBERSHIP_WORDS.invitedAs))
  @Field(() => MembershipRole, { defaultValue: MembershipRole.PARTNER, description: 'PARTNER or GUEST.' })
  role!: MembershipRole.PARTNER | MembershipRole.GUEST;

  @NotBlank(told(INVITATION_WORDS.unitNameNeeded))
  @MaxLength(100, told(INVITATION_WORDS.unitNameTooLong))
  @Field(() => String, { description: 'Its name in Chinese.' })
  unitName!: string;

  @Field(() => UnitKind, { description: 'What it is.' })
  unitKind!: UnitKind;

  @Matches(/^[a-z0-9][a-z0-9-]{1,50}$/, told(INVITATION_WORDS.unitCodeForm))
  @Field(() => String, {
    description:
      'How its code shall begin; the platform adds five characters, so that nothing is told of codes in use.',
  })
  unitCode!: string;
}

@InputType({ description: 'How a unit comes to the platform with the code it was given.' })
export class RedeemInvitationInput {
  @MaxLength(100, told(PASSWORD_WORDS.codeTooLong))
  @Field(() => String, {
    description:
      'The code that was handed over; capitals, full-width letters, blanks and dashes do not matter.',
  })
  code!: string;

  @NotBlank(told(POST_WORDS.nameNeeded))
  @MaxLength(60, told(GRAPHQL_WORDS.nameTooLong))
  @Field(() => String, { description: 'Your name: you become the unit’s first liaison.' })
  personName!: string;

  @Phone()
  @Field(() => String, { nullable: true, description: 'Duty phone, shown in the directory of the network.' })
  dutyPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Unified social credit code of the unit (统一社会信用代码, GB 32100-2015): 18 digits and capital letters, the last of them a check. Read by your unit and the committees of its networks.',
  })
  creditCode?: string | null;

  @NewPassword()
  password!: string;
}
