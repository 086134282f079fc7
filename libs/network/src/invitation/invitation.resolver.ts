import { Allow, ApiError, IdArg, OwnSignIn, Public, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { AccountName } from '../sign-in/account-proof.js';
import { findCreditCodeFault } from '../unit/credit-code.js';
import { InviteNewUnitInput, RedeemInvitationInput } from './invitation.inputs.js';
import { RedeemInvitationResult, RenewInvitationResult, UnitInvitationObject } from './invitation.object.js';
import { InvitationService, type HandedInvitation } from './invitation.service.js';
import { Redemption } from './redemption.js';

@Resolver()
export class InvitationResolver {
  constructor(
    private readonly service: InvitationService,
    private readonly redemption: Redemption,
  ) {}

  @Allow('SECRETARY')
  @OwnSignIn()
  @Mutation(() => UnitInvitationObject, {
    description:
      'Invites a unit that is not on the platform yet: whoever brings the code makes the unit and becomes its first liaison. Units that are there are invited with `inviteUnit`.',
  })
  inviteNewUnit(
    @Args('input', { description: 'Which unit, and where to.' }) input: InviteNewUnitInput,
    @Context() context: TenantContext,
  ): Promise<HandedInvitation> {
    return context.write((tx) => this.service.invite(tx, input));
  }

  @Allow('SECRETARY')
  @OwnSignIn()
  @Mutation(() => RenewInvitationResult, {
    description: 'Another code for a unit that has not come yet; the one before is void.',
  })
  renewInvitation(
    @IdArg('Membership', 'membershipId') membershipId: string,
    @Context() context: TenantContext,
  ): Promise<HandedInvitation> {
    return context.write((tx) => this.service.renew(tx, membershipId));
  }

  @Public('whoever comes has no account yet')
  @Mutation(() => RedeemInvitationResult, {
    description:
      'Brings your unit to the platform with the code it was given, once; then sign in. At most 100 attempts an address in 15 minutes, together with sign-ins.',
  })
  redeemInvitation(
    @Args('input', { description: 'The code, and who you are.' })
    { dutyPhone = null, creditCode = null, ...input }: RedeemInvitationInput,
    @Context() context: TenantContext,
  ): Promise<AccountName> {
    const fault = creditCode === null ? null : findCreditCodeFault(creditCode);
    if (fault) throw ApiError.badInput([{ path: 'input.creditCode', message: fault }]);
    return this.redemption.redeem({ ...input, dutyPhone, creditCode }, context.address);
  }
}
