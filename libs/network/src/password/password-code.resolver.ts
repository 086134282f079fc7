import { Secret, TenantContext } from '#graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { IssuedCode } from './code-validity.js';
import { writePasswordChat } from './password-chat.js';
import { PasswordCodeObject } from './password.object.js';

@Resolver(() => PasswordCodeObject)
export class PasswordCodeResolver {
  @Secret()
  @ResolveField(() => String, {
    description:
      'The code with what to do with it, in plain Chinese, to send to that person alone. Empty when an answer is repeated by its key.',
  })
  chatText(@Parent() issued: IssuedCode, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writePasswordChat(tx, issued));
  }
}
