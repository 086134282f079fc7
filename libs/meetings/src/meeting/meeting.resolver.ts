import { Allow, AnyPost, CanBeTried, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { writeMeetingChat } from './meeting-chat.js';
import { draftOf } from './meeting.draft.js';
import type { Meeting } from './meeting.entity.js';
import {
  CancelMeetingArgs,
  CreateMeetingInput,
  MeetingFilter,
  MeetingOrder,
  MeetingStep,
  MoveMeetingInput,
  UpdateMeetingInput,
} from './meeting.inputs.js';
import { MeetingConnection, MeetingObject, MeetingStepResult } from './meeting.object.js';
import { MeetingOffersResult } from '../booking/offers-result.js';
import { MEETING_READS, MEETINGS } from './meeting.reads.js';
import { MeetingService } from './meeting.service.js';

@Resolver(() => MeetingObject)
export class MeetingResolver {
  constructor(
    private readonly service: MeetingService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => MeetingConnection, {
    description:
      'The meetings that your unit is invited to; for a committee its drafts too, for a steward all in scope that were called.',
  })
  meetings(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: MeetingFilter,
    @Args('orderBy', {
      type: () => MeetingOrder,
      defaultValue: MeetingOrder.STARTS_AT_DESC,
      description: 'In which order.',
    })
    orderBy: MeetingOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, MEETINGS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => MeetingObject, {
    nullable: true,
    description: 'One meeting; null alike for what does not exist and for what you may not see.',
  })
  meeting(
    @IdArg('Meeting') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, MEETING_READS, (row) => sql`${row.id} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => MeetingObject, {
    description: 'Drafts a meeting; nobody outside the committee sees it until it is called.',
  })
  createMeeting(
    @Args('input', { description: 'What meeting.' }) input: CreateMeetingInput,
    @Context() context: TenantContext,
  ): Promise<Meeting> {
    return context.write((tx) => this.service.create(tx, draftOf(input)));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => MeetingOffersResult, {
    description:
      'The committee says anew what meeting it is, until it begins. Nobody is asked again; to change the time of a called one, move it.',
  })
  updateMeeting(
    @Args() { id, version }: MeetingStep,
    @Args('input', { description: 'What changes.' }) input: UpdateMeetingInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => MeetingOffersResult, {
    description:
      'The secretary calls a meeting. Those invited read it from now on: of a joint one all units of the network, of a working one those chosen; stewards its title, time and state. What it wants is booked with it, or has been: all or nothing.',
  })
  callMeeting(@Args() { id, version }: MeetingStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.call(tx, id, version));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => MeetingOffersResult, {
    description:
      'The secretary puts a called meeting to another time (改期): how it was stays on record, and units are asked anew. What is booked for it moves along, all or nothing; what needs a word holds its old time until that is given.',
  })
  moveMeeting(
    @Args() { id, version }: MeetingStep,
    @Args('input', { description: 'To when, and why.' }) input: MoveMeetingInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.move(tx, id, version, input));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => MeetingStepResult, {
    description:
      'The secretary cancels a meeting that has not begun; what was booked for it is given up. Of a draft nobody is told.',
  })
  cancelMeeting(@Args() { id, version, reason }: CancelMeetingArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.cancel(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => MeetingStepResult, {
    description: 'The committee notes that it begins, from an hour before its start on.',
  })
  beginMeeting(@Args() { id, version }: MeetingStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.begin(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => MeetingStepResult, { description: 'The committee notes that it is over.' })
  closeMeeting(@Args() { id, version }: MeetingStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.close(tx, id, version));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'How it stands, in plain Chinese for a group chat, times in the zone of the network: the notice, the move or the cancellation. Null for what was never called.',
  })
  chatText(@Parent() meeting: Meeting, @Context() context: TenantContext): Promise<string | null> {
    return context.read((tx) => writeMeetingChat(tx, meeting));
  }
}
