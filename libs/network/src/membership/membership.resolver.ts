import { Allow, AnyPost, CanBeTried, ConnectionArgs, TenantContext } from '#graphql';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AuditLineConnection } from '../audit/audit-line.object.js';
import { writeMembershipChat } from './membership-chat.js';
import type { Membership } from './membership.entity.js';
import { InviteUnitInput, MembershipFilter, MembershipStep } from './membership.inputs.js';
import {
  AnswerInvitationResult,
  ChangeMembershipResult,
  InviteUnitResult,
  MembershipConnection,
  MembershipObject,
} from './membership.object.js';
import { MembershipService } from './membership.service.js';
import { Reader, readWithParent } from '#reads';
import { MEMBERSHIPS } from './membership.reads.js';

@Resolver(() => MembershipObject)
export class MembershipResolver {
  constructor(
    private readonly memberships: MembershipService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => MembershipConnection, {
    name: 'memberships',
    description:
      'Active members of your networks, and invitations to your unit; the committee sees every state. By code.',
  })
  list(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: MembershipFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, MEMBERSHIPS, page, filter);
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => InviteUnitResult, {
    description: 'Invites a unit, by its code, into a network that your committee convenes.',
  })
  inviteUnit(
    @Args('input', { description: 'Whom, and where to.' }) input: InviteUnitInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.memberships.invite(tx, input));
  }

  @Allow('SECRETARY', 'LIAISON')
  @CanBeTried()
  @Mutation(() => AnswerInvitationResult, {
    description: 'Joins the network that has invited your unit; nobody else can answer for it.',
  })
  acceptInvitation(@Args() { id, version }: MembershipStep, @Context() context: TenantContext) {
    return context.write((tx) => this.memberships.accept(tx, id, version));
  }

  @Allow('SECRETARY', 'LIAISON')
  @Mutation(() => AnswerInvitationResult, { description: 'Declines the invitation of a network.' })
  declineInvitation(@Args() { id, version }: MembershipStep, @Context() context: TenantContext) {
    return context.write((tx) => this.memberships.decline(tx, id, version));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => ChangeMembershipResult, {
    description:
      'Suspends a unit: its offers are withdrawn from the network, and what it has ahead there is declined or cancelled.',
  })
  suspendMembership(@Args() { id, version }: MembershipStep, @Context() context: TenantContext) {
    return context.write((tx) => this.memberships.suspend(tx, id, version));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => ChangeMembershipResult, {
    description: 'Lets a suspended unit take part again; it publishes its offers anew.',
  })
  resumeMembership(@Args() { id, version }: MembershipStep, @Context() context: TenantContext) {
    return context.write((tx) => this.memberships.resume(tx, id, version));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => ChangeMembershipResult, {
    description: 'Removes a unit from the network, with the consequences of a suspension; history stays.',
  })
  removeMembership(@Args() { id, version }: MembershipStep, @Context() context: TenantContext) {
    return context.write((tx) => this.memberships.remove(tx, id, version));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it; for its unit and the committee. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description:
      'The invitation, or what became of it, in plain Chinese for a group chat; what you may not see is not named.',
  })
  chatText(@Parent() membership: Membership, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeMembershipChat(tx, membership));
  }
}
