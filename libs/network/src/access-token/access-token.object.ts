import { connectionOf, DateScalar, DateTimeScalar, Node, resultUnion, Secret } from '#graphql';
import type { TokenAccess } from '#tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import { AccessLevel } from './access-level.js';
import { TooManyAccessTokens } from './access-token.refusals.js';

@ObjectType('AccessToken', {
  implements: () => Node,
  description:
    'A personal access token (访问令牌): with it a program acts as your post, without your password.',
})
export abstract class AccessTokenObject extends Node {
  @Field(() => String, { description: 'What it is for, in your words.' })
  readonly name!: string;

  @Field(() => AccessLevel, { description: 'What it may do.' })
  readonly access!: TokenAccess;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  readonly createdAt!: Date;

  @Field(() => DateScalar, { description: 'The last day on which it is valid, in the zone of the region.' })
  readonly expiresOn!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last shown, to ten minutes; null if never.',
  })
  readonly lastUsedAt!: Date | null;
}

@ObjectType('NewAccessToken', { description: 'An access token that was just made, with its text.' })
export abstract class NewAccessTokenObject {
  @Secret()
  @Field(() => String, {
    description:
      'What the program sends as `Authorization: Bearer lj_…`. It is shown this once; empty when an answer is repeated by its key: revoke it then, and make another.',
  })
  readonly token!: string;

  @Field(() => AccessTokenObject, { description: 'As it stands in the list.' })
  readonly accessToken!: AccessTokenObject;
}

@ObjectType('RevokedAccessToken', { description: 'An access token that is void.' })
export abstract class RevokedAccessTokenObject {
  @Field(() => String, { description: 'What it was for.' })
  readonly name!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last shown; null if never.' })
  readonly lastUsedAt!: Date | null;
}

export const AccessTokenConnection = connectionOf(AccessTokenObject, 'AccessToken');
export const CreateAccessTokenResult = resultUnion('CreateAccessTokenResult', [
  NewAccessTokenObject,
  TooManyAccessTokens,
]);
