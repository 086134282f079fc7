import { Allow, ConnectionArgs, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ObjectionFollowUp } from './objection-follow-up.js';
import { ObjectionStep } from './objection-note.entity.js';
import {
  FollowUpArgs,
  FollowUpInput,
  ObjectionStepArgs,
  ObjectionTextArgs,
  RaiseObjectionArgs,
  RecordObjectionsArgs,
  RecordObjectionsInput,
  UpdateObjectionInput,
} from './objection.inputs.js';
import {
  ObjectionNoteConnection,
  ObjectionObject,
  ObjectionResult,
  RaiseObjectionResult,
  RecordObjectionsResult,
} from './objection.object.js';
import { ObjectionService } from './objection.service.js';

const SPEAKER = 'by the unit that recorded it; of a household by the committee too';

@Resolver(() => ObjectionObject)
export class ObjectionResolver {
  constructor(
    private readonly service: ObjectionService,
    private readonly followUp: ObjectionFollowUp,
  ) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => RaiseObjectionResult, {
    description:
      'A unit that reads a motion objects to it in its own name, before, during or after the vote; once. Everybody who reads the motion reads it.',
  })
  raiseObjection(@Args() { motionId, text }: RaiseObjectionArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.raise(tx, motionId, text));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => RecordObjectionsResult, {
    description:
      'The committee, or a unit that reads the motion, records objections of households, up to 200 in one act. No names of persons; the committee and the unit that recorded them read them, everybody else who reads the motion their counts.',
  })
  recordObjections(
    @Args() { motionId }: RecordObjectionsArgs,
    @Args('input', { description: 'How many, and why.' }) input: RecordObjectionsInput,
    @Context() context: TenantContext,
  ) {
    return context.write(async (tx) => ({ objections: await this.service.record(tx, motionId, input) }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ObjectionResult, {
    description: `Says anew why, as long as it is followed up; ${SPEAKER}.`,
  })
  updateObjection(
    @Args() { id, version }: ObjectionStepArgs,
    @Args('input', { description: 'What changes.' }) input: UpdateObjectionInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ObjectionResult, {
    description:
      'The committee, or the unit that recorded it, notes a visit or a call, as long as it is followed up. What was noted is never changed.',
  })
  followUpObjection(
    @Args() { objectionId }: FollowUpArgs,
    @Args('input', { description: 'In which way, and what was said.' }) input: FollowUpInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.followUp.note(tx, objectionId, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ObjectionResult, {
    description: 'The committee answers an objection, or answers it anew; what it said before is kept.',
  })
  answerObjection(@Args() said: ObjectionTextArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.followUp.step(tx, ObjectionStep.ANSWERED, said));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ObjectionResult, {
    description: `Says that whoever objected is won over, after it was answered; ${SPEAKER}, and of a unit that has left the network.`,
  })
  settleObjection(@Args() said: ObjectionTextArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.followUp.step(tx, ObjectionStep.SETTLED, said));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ObjectionResult, {
    description:
      'The committee, or the unit that recorded it, says that an answered objection stays: it is followed up no more.',
  })
  upholdObjection(@Args() said: ObjectionTextArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.followUp.step(tx, ObjectionStep.UPHELD, said));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ObjectionResult, {
    description:
      'The committee, or the unit that recorded it, says why a settled or upheld objection is followed up again.',
  })
  reopenObjection(@Args() said: ObjectionTextArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.followUp.step(tx, ObjectionStep.REOPENED, said));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ObjectionResult, {
    description: `Takes an objection back that is followed up, or was recorded by mistake; ${SPEAKER}. It counts no more.`,
  })
  withdrawObjection(@Args() said: ObjectionTextArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.followUp.step(tx, ObjectionStep.WITHDRAWN, said));
  }

  @ResolveField(() => ObjectionNoteConnection, {
    description: 'How it was followed up, by whom. The last first.',
  })
  notes(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
