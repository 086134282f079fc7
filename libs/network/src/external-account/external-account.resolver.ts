import { AnyPost, OwnSignIn, Public, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { SignInService, type Access } from '../sign-in/sign-in.service.js';
import type { ExternalAccount } from './external-account.entity.js';
import {
  LinkExternalAccountInput,
  OpenAccountExternallyInput,
  SignInExternallyInput,
} from './external-account.inputs.js';
import {
  ExternalAccountObject,
  LinkExternalAccountResult,
  OpenAccountExternallyResult,
  SignInExternallyResult,
} from './external-account.object.js';
import { ExternalAccounts } from './external-accounts.js';

@Resolver()
export class ExternalAccountResolver {
  constructor(
    private readonly accounts: ExternalAccounts,
    private readonly signIns: SignInService,
  ) {}

  @Public('it is how one proves who one is')
  @Mutation(() => SignInExternallyResult, {
    description:
      'The code that a sign-in outside came back with, to an access token, through the post that you hold longest (`switchPost` for another). WrongCredentials when no account of the region is linked with that identity; `openAccountExternally` is for who is new.',
  })
  async signInExternally(
    @Args('input', { description: 'The code, and what proves that you began it.' })
    { device = null, ...proof }: SignInExternallyInput,
    @Context() context: TenantContext,
  ): Promise<Access> {
    const account = await this.accounts.open(proof);
    const access = await this.signIns.enter(account, { postId: null, device });
    await context.become(access.claims);
    return access;
  }

  @Public('whoever needs it cannot sign in')
  @Mutation(() => OpenAccountExternallyResult, {
    description:
      'Opens an account with its one-time code and an identity proved outside, in place of `setPassword`: there is no password then, and that identity alone signs in. All sessions and access tokens of the account end. FORBIDDEN, and the code stays good, unless a network of the unit has `opensAccountsExternally`. At most 100 attempts an address in 15 minutes, together with sign-ins.',
  })
  async openAccountExternally(
    @Args('input', { description: 'Both codes, and what proves that you began the sign-in.' })
    { device = null, ...codes }: OpenAccountExternallyInput,
    @Context() context: TenantContext,
  ): Promise<Access> {
    const account = await this.accounts.openWithCode(codes, context.address);
    const access = await this.signIns.enter(account, { postId: null, device });
    await context.become(access.claims);
    return access;
  }

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => LinkExternalAccountResult, {
    description:
      'Lets an identity that you have just proved outside open your account from now on, beside your password. A code that opens the account anew ends it.',
  })
  linkExternalAccount(
    @Args('input', { description: 'The code, what proves that you began it, and your password.' })
    input: LinkExternalAccountInput,
    @Context() context: TenantContext,
  ): Promise<ExternalAccount> {
    return context.write((tx) => this.accounts.link(tx, input, context.address));
  }

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => ExternalAccountObject, {
    description:
      'The identity at that provider opens your account no more; without a password you need a code then. NOT_FOUND when none does.',
  })
  unlinkExternalAccount(
    @Args('issuer', { description: 'The provider, as `Me.externalAccounts` names it.' }) issuer: string,
    @Context() context: TenantContext,
  ): Promise<ExternalAccount> {
    return context.write((tx) => this.accounts.unlink(tx, issuer));
  }
}
