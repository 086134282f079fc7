import { DateTimeScalar, resultUnion } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { InvalidCode } from '../code/code.refusals.js';
import { AccessObject } from '../sign-in/me.object.js';
import { NoPostNow, TooManyAttempts, WrongCredentials } from '../sign-in/sign-in.refusals.js';
import { AlreadyLinked } from './external-account.refusals.js';

@ObjectType('ExternalAccount', {
  description: 'A provider outside at which you may prove who you are, beside the password (外部账号).',
})
export abstract class ExternalAccountObject {
  @Field(() => String, { description: 'The provider, by its own name: a URL.' })
  readonly issuer!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  readonly linkedAt!: Date;
}

export const SignInExternallyResult = resultUnion('SignInExternallyResult', [
  AccessObject,
  InvalidCode,
  WrongCredentials,
  NoPostNow,
]);
export const OpenAccountExternallyResult = resultUnion('OpenAccountExternallyResult', [
  AccessObject,
  InvalidCode,
  AlreadyLinked,
  NoPostNow,
  TooManyAttempts,
]);
export const LinkExternalAccountResult = resultUnion('LinkExternalAccountResult', [
  ExternalAccountObject,
  InvalidCode,
  WrongCredentials,
  TooManyAttempts,
  AlreadyLinked,
]);
