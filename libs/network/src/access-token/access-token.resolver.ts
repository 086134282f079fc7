import { AnyPost, ConnectionArgs, IdArg, OwnSignIn, TenantContext } from '#graphql';
import { Reader } from '#reads';
import { Args, Context, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { AccessToken } from './access-token.entity.js';
import { CreateAccessTokenInput } from './access-token.inputs.js';
import {
  AccessTokenConnection,
  AccessTokenObject,
  CreateAccessTokenResult,
  RevokedAccessTokenObject,
} from './access-token.object.js';
import { ACCESS_TOKENS } from './access-token.reads.js';
import { AccessTokenService, type NewToken } from './access-token.service.js';

@Resolver(() => AccessTokenObject)
export class AccessTokenResolver {
  constructor(
    private readonly service: AccessTokenService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => AccessTokenConnection, {
    name: 'accessTokens',
    description: 'The access tokens of your post that are valid, the newest first.',
  })
  list(@Args() page: ConnectionArgs, @Context() context: TenantContext, @Info() info: GraphQLResolveInfo) {
    return this.reader.page(context, info, ACCESS_TOKENS, page, {});
  }

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => CreateAccessTokenResult, {
    description:
      'Makes an access token, with which a program acts as your post. It ends on the day that you name, when it is revoked, when the post ends, and when your password is changed. At most 20 a post.',
  })
  createAccessToken(
    @Args('input', { description: 'What for, what it may do, until when.' }) input: CreateAccessTokenInput,
    @Context() context: TenantContext,
  ): Promise<NewToken> {
    return context.write((tx) => this.service.create(tx, input));
  }

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => RevokedAccessTokenObject, {
    description: 'Makes an access token of your post void: it is refused from the next request on.',
  })
  revokeAccessToken(
    @IdArg('AccessToken') id: string,
    @Context() context: TenantContext,
  ): Promise<AccessToken> {
    return context.write((tx) => this.service.revoke(tx, id));
  }
}
