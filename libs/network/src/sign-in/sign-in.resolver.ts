import { AnyPost, IdArg, OwnSignIn, Public, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AccessObject, RefreshResult, SignInResult } from './me.object.js';
import { SignInInput } from './sign-in.inputs.js';
import { SignInService, type Access } from './sign-in.service.js';

@Resolver(() => AccessObject)
export class SignInResolver {
  constructor(private readonly service: SignInService) {}

  @Public('it is how one proves who one is')
  @Mutation(() => SignInResult, {
    description:
      'Password to access token. At most 10 failures an account and 100 sign-ins an address are let through in 15 minutes.',
  })
  async signIn(
    @Args('input', { description: 'Region, account and password.' })
    { region, postId = null, device = null, ...input }: SignInInput,
    @Context() context: TenantContext,
  ): Promise<Access> {
    const credentials = { ...input, regionCode: region, postId, device };
    return this.act(context, await this.service.signIn(credentials, context.address));
  }

  @Public('the token that was good for 15 minutes may be over')
  @Mutation(() => RefreshResult, {
    description:
      'Refresh token to the next pair of tokens, through the same post. A token already used ends the session for whoever has it, except within 30 seconds, when it gives a new pair again: the answer may have been lost.',
  })
  async refresh(
    @Args('token', { description: 'The refresh token.' }) token: string,
    @Context() context: TenantContext,
  ): Promise<Access> {
    return this.act(context, await this.service.refresh(token));
  }

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => AccessObject, {
    description: 'A token of the same session through another post that you hold.',
  })
  async switchPost(@IdArg('Post') id: string, @Context() context: TenantContext): Promise<Access> {
    return this.act(context, await context.write((tx) => this.service.switchPost(tx, id)));
  }

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => Boolean, {
    description: 'Ends the session: each of its tokens is refused from now on. Always true.',
  })
  async signOut(@Context() context: TenantContext): Promise<boolean> {
    await context.write((tx) => this.service.signOut(tx));
    return true;
  }

  private async act(context: TenantContext, access: Access): Promise<Access> {
    await context.become(access.claims);
    return access;
  }
}
