import { AnyPost, IdArg, Public, TenantContext } from '#graphql';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessObject, MeObject, SignInResult } from './me.object.js';
import { getMe, type Me } from './me.reads.js';
import { SignInInput } from './sign-in.inputs.js';
import { SignInService, type Access } from './sign-in.service.js';

@Resolver(() => AccessObject)
export class SignInResolver {
  constructor(private readonly service: SignInService) {}

  @AnyPost()
  @Query(() => MeObject, { name: 'me', description: 'Who you are, and through which post you act.' })
  whoAmI(@Context() context: TenantContext): Promise<Me> {
    return context.read(getMe);
  }

  @Public('it is how one proves who one is')
  @Mutation(() => SignInResult, {
    description:
      'Password to access token. At most 10 failures an account and 100 sign-ins an address are let through in 15 minutes.',
  })
  async signIn(
    @Args('input', { description: 'Region, account and password.' })
    { region, postId = null, ...input }: SignInInput,
    @Context() context: TenantContext,
  ): Promise<Access> {
    const credentials = { ...input, regionCode: region, postId };
    return this.act(context, await this.service.signIn(credentials, context.address));
  }

  @AnyPost()
  @Mutation(() => AccessObject, {
    description: 'A token of the same session through another post that you hold.',
  })
  async switchPost(@IdArg('Post') id: string, @Context() context: TenantContext): Promise<Access> {
    return this.act(context, await context.write((tx) => this.service.switchPost(tx, id)));
  }

  @AnyPost()
  @Mutation(() => Boolean, {
    description: 'Ends the session: each of its tokens is refused from now on. Always true.',
  })
  async signOut(@Context() context: TenantContext): Promise<boolean> {
    await context.write((tx) => this.service.signOut(tx));
    return true;
  }

  @ResolveField(() => MeObject, { description: 'Who you are now.' })
  me(@Context() context: TenantContext): Promise<Me> {
    return context.read(getMe);
  }

  private async act(context: TenantContext, access: Access): Promise<Access> {
    await context.become(access.claims);
    return access;
  }
}
