import { Allow, AnyPost, IdArg, OwnSignIn, Public, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Session } from '../session/session.entity.js';
import type { AccountName } from '../sign-in/account-proof.js';
import type { IssuedCode } from './code-validity.js';
import { ChangePasswordInput, SetPasswordInput } from './password.inputs.js';
import { ChangePasswordResult, PasswordCodeObject, SetPasswordResult } from './password.object.js';
import { PasswordService } from './password.service.js';

@Resolver()
export class PasswordResolver {
  constructor(private readonly service: PasswordService) {}

  @Allow('SECRETARY', 'LIAISON')
  @OwnSignIn()
  @Mutation(() => PasswordCodeObject, {
    description:
      'A code with which the holder of a post that you give sets a new password. The one before is void. The account must have been made for that unit, and all posts that it opens, now or later, be yours to give.',
  })
  issuePasswordCode(
    @IdArg('Post', 'postId') postId: string,
    @Context() context: TenantContext,
  ): Promise<IssuedCode> {
    return context.write((tx) => this.service.issueCode(tx, postId));
  }

  @Public('whoever needs it cannot sign in')
  @Mutation(() => SetPasswordResult, {
    description:
      'Sets a password with a code, once; all sessions and access tokens of the account end. At most 100 attempts an address in 15 minutes, together with sign-ins.',
  })
  setPassword(
    @Args('input', { description: 'The code, and the password.' }) input: SetPasswordInput,
    @Context() context: TenantContext,
  ): Promise<AccountName> {
    return this.service.set(input, context.address);
  }

  @AnyPost()
  @OwnSignIn()
  @Mutation(() => ChangePasswordResult, {
    description:
      'Changes your password and ends all your other sessions and your access tokens. A wrong current one counts as a failed sign-in.',
  })
  changePassword(
    @Args('input', { description: 'The password as it is, and as it shall be.' }) input: ChangePasswordInput,
    @Context() context: TenantContext,
  ): Promise<Session> {
    return context.write((tx) => this.service.change(tx, input, context.address));
  }
}
