import { Secret, TenantContext } from '#graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { writeInvitationChat } from './invitation-chat.js';
import { UnitInvitationObject } from './invitation.object.js';
import type { HandedInvitation } from './invitation.service.js';

@Resolver(() => UnitInvitationObject)
export class UnitInvitationResolver {
  @Secret()
  @ResolveField(() => String, {
    description:
      'The invitation with its code, in plain Chinese, to send to the unit’s liaison alone. Empty when an answer is repeated by its key.',
  })
  chatText(@Parent() handed: HandedInvitation, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeInvitationChat(tx, handed));
  }
}
