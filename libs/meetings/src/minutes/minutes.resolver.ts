import { Allow, CanBeTried, ConnectionArgs, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OfMeetingArgs } from '../agenda/agenda.inputs.js';
import { writeMinutesChat } from './minutes-chat.js';
import { contentsOf } from './minutes-contents.js';
import { MinutesContentsObject } from './minutes-contents.object.js';
import { MinutesRecords } from './minutes-records.js';
import type { Minutes } from './minutes.entity.js';
import { CorrectMinutesInput, EditMinutesInput, MinutesStep } from './minutes.inputs.js';
import { DraftMinutesResult, MinutesObject, MinutesStepResult } from './minutes.object.js';
import { MinutesService } from './minutes.service.js';

@Resolver(() => MinutesObject)
export class MinutesResolver {
  constructor(
    private readonly service: MinutesService,
    private readonly records: MinutesRecords,
  ) {}

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => DraftMinutesResult, {
    description:
      'The committee drafts the minutes of a meeting that has begun, once; attendance and items stand in them by themselves.',
  })
  draftMinutes(@Args() { meetingId }: OfMeetingArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.draft(tx, meetingId));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => MinutesStepResult, {
    description: 'The committee edits a draft; what it said before stays as a version.',
  })
  editMinutes(
    @Args() { id, version }: MinutesStep,
    @Args('input', { description: 'What changes.' }) input: EditMinutesInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.edit(tx, id, version, input));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => MinutesStepResult, {
    description:
      'The secretary publishes the minutes of a closed meeting, once: all who read the meeting read them, stewards too, and the units invited are asked to confirm them.',
  })
  publishMinutes(@Args() { id, version }: MinutesStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.publish(tx, id, version));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => MinutesStepResult, {
    description:
      'The secretary puts something right in published minutes (更正): it stands beside the text with a number, read by all who read them.',
  })
  correctMinutes(
    @Args() { id, version }: MinutesStep,
    @Args('input', { description: 'What is put right.' }) input: CorrectMinutesInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.correct(tx, id, version, input));
  }

  @ResolveField(() => MinutesContentsObject, {
    description:
      'What they say. What people wrote is as last edited; attendance and items of a draft as they are known now, of published minutes as they were then.',
  })
  contents(@Parent() minutes: Minutes, @Context() context: TenantContext): Promise<MinutesContentsObject> {
    return context.read(async (tx) => contentsOf(tx, await this.records.of(tx, minutes), minutes.text));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to them, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'What one would write into a group chat, in plain Chinese: that they are published, or the last correction. Null in a draft.',
  })
  chatText(@Parent() minutes: Minutes, @Context() context: TenantContext): Promise<string | null> {
    return context.read((tx) => writeMinutesChat(tx, minutes));
  }
}
