import { NodeRegistry } from '#graphql';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AccessToken } from './access-token/access-token.entity.js';
import { AccessTokenResolver } from './access-token/access-token.resolver.js';
import { AccessTokenService } from './access-token/access-token.service.js';
import { TokenVerifier } from './access-token/token-verifier.js';
import { ProgramTokens } from './access-token/program-tokens.js';
import { AuditLineResolver } from './audit/audit-line.resolver.js';
import { CalendarFeedResolver } from './calendar-feed/calendar-feed.resolver.js';
import { CalendarFeeds } from './calendar-feed/calendar-feeds.js';
import { Bearers } from './code/bearers.js';
import { ExternalAccountResolver } from './external-account/external-account.resolver.js';
import { ExternalAccounts } from './external-account/external-accounts.js';
import { ExternalProofs } from './external-account/external-proofs.js';
import { SignedNotes } from './external-account/signed-notes.js';
import { InvitationResolver } from './invitation/invitation.resolver.js';
import { InvitationService } from './invitation/invitation.service.js';
import { Redemption } from './invitation/redemption.js';
import { UnitInvitationResolver } from './invitation/unit-invitation.resolver.js';
import { DirectoryResolver } from './directory/directory.resolver.js';
import { Membership } from './membership/membership.entity.js';
import { MembershipEvents } from './membership/membership.events.js';
import { EndingThingResolver, MembershipEndingResolver } from './membership/membership-ending.resolver.js';
import { MembershipResolver } from './membership/membership.resolver.js';
import { NetworkMembershipsResolver } from './membership/network-memberships.resolver.js';
import { MembershipService } from './membership/membership.service.js';
import { Network } from './network/network.entity.js';
import { NetworkResolver } from './network/network.resolver.js';
import { PasswordCodeResolver } from './password/password-code.resolver.js';
import { PasswordCodes } from './password/password-codes.js';
import { PasswordResolver } from './password/password.resolver.js';
import { PasswordService } from './password/password.service.js';
import { Appointees } from './post/appointees.js';
import { HandOverResolver } from './post/hand-over.resolver.js';
import { HandOverService } from './post/hand-over.service.js';
import { Post } from './post/post.entity.js';
import { PostResolver } from './post/post.resolver.js';
import { PostService } from './post/post.service.js';
import { Area } from './region/area.entity.js';
import { Refreshing } from './session/refreshing.js';
import { Session } from './session/session.entity.js';
import { SessionResolver } from './session/session.resolver.js';
import { SessionService } from './session/session.service.js';
import { SignInTokens } from './sign-in/sign-in-tokens.js';
import { AccountProof } from './sign-in/account-proof.js';
import { AttemptLimit } from './sign-in/attempt-limit.js';
import { AccessResolver, MeResolver } from './sign-in/me.resolver.js';
import { SignInResolver } from './sign-in/sign-in.resolver.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SigningKeys } from './sign-in/signing-keys.js';
import { Unit } from './unit/unit.entity.js';
import { UnitResolver } from './unit/unit.resolver.js';

@Module({
  providers: [
    AccessResolver,
    AccessTokenResolver,
    SignInTokens,
    AccessTokenService,
    AccountProof,
    Appointees,
    AttemptLimit,
    AuditLineResolver,
    MeResolver,
    Bearers,
    TokenVerifier,
    CalendarFeedResolver,
    CalendarFeeds,
    ExternalAccountResolver,
    ExternalAccounts,
    ExternalProofs,
    HandOverResolver,
    HandOverService,
    InvitationResolver,
    InvitationService,
    DirectoryResolver,
    MembershipEvents,
    EndingThingResolver,
    MembershipEndingResolver,
    MembershipResolver,
    MembershipService,
    NetworkMembershipsResolver,
    NetworkResolver,
    PasswordCodeResolver,
    PasswordCodes,
    PasswordResolver,
    PasswordService,
    PostResolver,
    PostService,
    Redemption,
    Refreshing,
    SessionResolver,
    SessionService,
    SignInResolver,
    SignInService,
    UnitInvitationResolver,
    UnitResolver,
    SignedNotes,
    SigningKeys,
    ProgramTokens,
  ],
  exports: [
    SignInTokens,
    AttemptLimit,
    Bearers,
    TokenVerifier,
    CalendarFeeds,
    ExternalProofs,
    MembershipEvents,
    SignedNotes,
    SigningKeys,
  ],
})
export class NetworkModule implements OnModuleInit {
  constructor(private readonly nodes: NodeRegistry) {}

  onModuleInit(): void {
    for (const entity of [Area, Unit, Network, Membership, Post, Session, AccessToken]) {
      this.nodes.register(entity.name, (tx, id) => tx.find(entity, id));
    }
  }
}
