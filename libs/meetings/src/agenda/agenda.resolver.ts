import { Allow, CanBeTried, ConnectionArgs, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { writeItemChat } from './agenda-chat.js';
import type { AgendaItem } from './agenda-item.entity.js';
import {
  CarryOverArgs,
  ItemReasonArgs,
  ItemStep,
  NeedOnAgendaArgs,
  OfMeetingArgs,
  OrderAgendaArgs,
  ProposeItemInput,
  UpdateItemInput,
} from './agenda.inputs.js';
import { AgendaItemObject, AgendaItemResult, AgendaResult, ProposeItemResult } from './agenda.object.js';
import { AgendaService } from './agenda.service.js';

@Resolver(() => AgendaItemObject)
export class AgendaResolver {
  constructor(private readonly service: AgendaService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProposeItemResult, {
    description:
      'A unit invited to a called meeting proposes an item, until the deadline; the committee reads it and nobody else until it is taken. What the committee proposes is on the agenda at once, in a draft too and until the meeting is over.',
  })
  proposeItem(
    @Args() { meetingId }: OfMeetingArgs,
    @Args('input', { description: 'What about.' }) input: ProposeItemInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.propose(tx, meetingId, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ProposeItemResult, {
    description: 'The committee puts a need that stayed unmet on the agenda.',
  })
  putNeedOnAgenda(@Args() { meetingId, needId }: NeedOnAgendaArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.addNeed(tx, meetingId, needId));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => AgendaItemResult, {
    description: 'Its unit says an item anew until it is taken; the committee until the meeting is over.',
  })
  updateItem(
    @Args() { id, version }: ItemStep,
    @Args('input', { description: 'What changes.' }) input: UpdateItemInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => AgendaItemResult, {
    description: 'The committee takes a proposed or postponed item: it comes last on the agenda.',
  })
  takeItem(@Args() { id, version }: ItemStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.take(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => AgendaItemResult, {
    description:
      'The committee puts an item off, with the reason; also one that a meeting did not get round to, or that was cancelled.',
  })
  postponeItem(@Args() { id, version, reason }: ItemReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.postpone(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => AgendaItemResult, {
    description: 'The committee does not take a proposed item, with the reason.',
  })
  refuseItem(@Args() { id, version, reason }: ItemReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.refuse(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => AgendaItemResult, { description: 'Its unit takes an item back that is not taken yet.' })
  withdrawItem(@Args() { id, version }: ItemStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => AgendaItemResult, {
    description:
      'The committee carries a postponed item over to a later meeting: a new item there goes on with it, once; the old one stays as it was.',
  })
  carryOverItem(@Args() { id, version, meetingId }: CarryOverArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.carryOver(tx, id, version, meetingId));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => AgendaResult, { description: 'The committee puts the items on the agenda in order.' })
  orderAgenda(@Args() { meetingId, itemIds }: OrderAgendaArgs, @Context() context: TenantContext) {
    return context.write(async (tx) => ({ items: await this.service.order(tx, meetingId, itemIds) }));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description: 'What became of it, in plain Chinese for a group chat.',
  })
  chatText(@Parent() item: AgendaItem, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeItemChat(tx, item));
  }
}
