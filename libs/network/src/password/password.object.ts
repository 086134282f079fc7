import { DateTimeScalar, resultUnion, Secret } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { InvalidCode } from '../code/code.refusals.js';
import { SessionObject } from '../session/session.object.js';
import { TooManyAttempts, WrongCredentials } from '../sign-in/sign-in.refusals.js';

@ObjectType('PasswordCode', {
  description:
    'With which a person sets the password of an account, once. Hand it over: it is shown this once.',
})
export abstract class PasswordCodeObject {
  @Field(() => String, { description: 'The account, made by the platform; hand it over too.' })
  readonly account!: string;

  @Secret()
  @Field(() => String, {
    description: 'The code for `setPassword`. Empty when an answer is repeated by its key.',
  })
  readonly oneTimeCode!: string;

  @Field(() => DateTimeScalar, {
    description: 'Refused from then on: after 7 days for a new person, 24 hours for others.',
  })
  readonly expiresAt!: Date;
}

@ObjectType('Account', { description: 'What to sign in with, beside the password.' })
export abstract class AccountObject {
  @Field(() => String, { description: 'Code of the region.' })
  readonly regionCode!: string;

  @Field(() => String, { description: 'Account name.' })
  readonly account!: string;
}

export const SetPasswordResult = resultUnion('SetPasswordResult', [
  AccountObject,
  InvalidCode,
  TooManyAttempts,
]);
export const ChangePasswordResult = resultUnion('ChangePasswordResult', [
  SessionObject,
  WrongCredentials,
  TooManyAttempts,
]);
