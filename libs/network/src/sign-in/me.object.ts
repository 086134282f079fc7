import { DateTimeScalar, resultUnion } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { PostObject } from '../post/post.object.js';
import { InvalidCode } from '../code/code.refusals.js';
import { NoPostNow, TooManyAttempts, WrongCredentials } from './sign-in.refusals.js';

@ObjectType('Me', { description: 'Who asks, and through which post.' })
export abstract class MeObject {
  @Field(() => String, { description: 'Your name.' })
  readonly name!: string;

  @Field(() => PostObject, { description: 'The post this request acts through.' })
  readonly post!: PostObject;

  @Field(() => [PostObject], { description: 'All posts you hold now (交叉任职), the longest held first.' })
  readonly posts!: PostObject[];
}

@ObjectType('Access', {
  description: 'Proof of sign-in through one post. Send it as `Authorization: Bearer <token>`.',
})
export abstract class AccessObject {
  @Field(() => String, { description: 'The access token.' })
  readonly token!: string;

  @Field(() => DateTimeScalar, { description: 'Refused from then on: 15 minutes after it was issued.' })
  readonly expiresAt!: Date;

  @Field(() => String, {
    description:
      'Give it to `refresh` for the next pair of tokens; it replaces every one you had. Used twice, it ends the session.',
  })
  readonly refreshToken!: string;

  @Field(() => DateTimeScalar, {
    description: 'The session is over from then on, unless it is refreshed before.',
  })
  readonly sessionExpiresAt!: Date;

  @Field(() => MeObject, { description: 'Who you are now.' })
  readonly me!: MeObject;
}

export const SignInResult = resultUnion('SignInResult', [
  AccessObject,
  WrongCredentials,
  NoPostNow,
  TooManyAttempts,
]);
export const RefreshResult = resultUnion('RefreshResult', [AccessObject, InvalidCode]);
