import { DateTimeScalar, resultUnion, WrongState, Secret } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { InvalidCode } from '../code/code.refusals.js';
import { MembershipObject } from '../membership/membership.object.js';
import { AccountObject } from '../password/password.object.js';
import { TooManyAttempts } from '../sign-in/sign-in.refusals.js';

@ObjectType('UnitInvitation', {
  description: 'With which a new unit comes to the platform, once. Hand it over: it is shown this once.',
})
export abstract class UnitInvitationObject {
  @Field(() => MembershipObject, {
    description: 'The membership that waits for it; removing it makes the code void.',
  })
  readonly membership!: MembershipObject;

  @Secret()
  @Field(() => String, {
    description: 'The code for `redeemInvitation`. Empty when an answer is repeated by its key.',
  })
  readonly oneTimeCode!: string;

  @Field(() => DateTimeScalar, { description: 'Refused from then on: 7 days after it was given.' })
  readonly expiresAt!: Date;
}

export const RenewInvitationResult = resultUnion('RenewInvitationResult', [UnitInvitationObject, WrongState]);
export const RedeemInvitationResult = resultUnion('RedeemInvitationResult', [
  AccountObject,
  InvalidCode,
  TooManyAttempts,
]);
