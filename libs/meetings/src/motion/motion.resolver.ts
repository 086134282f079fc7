import { Allow, AnyPost, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { OfMeetingArgs } from '../agenda/agenda.inputs.js';
import { CreateMotionInput, MotionStep, UpdateMotionInput } from './motion.inputs.js';
import { MotionFilter, MotionOrder } from './motion-filter.inputs.js';
import { CreateMotionResult, MotionConnection, MotionObject, MotionStepResult } from './motion.object.js';
import { MOTION_READS, MOTIONS } from './motion.reads.js';
import { MotionService } from './motion.service.js';

@Resolver(() => MotionObject)
export class MotionResolver {
  constructor(
    private readonly service: MotionService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => MotionConnection, {
    description: 'What the meetings that you read vote on (表决事项), and voted on; none for stewards.',
  })
  motions(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: MotionFilter,
    @Args('orderBy', {
      type: () => MotionOrder,
      defaultValue: MotionOrder.DRAFTED_AT_DESC,
      description: 'In which order.',
    })
    orderBy: MotionOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, MOTIONS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => MotionObject, {
    nullable: true,
    description: 'One motion; null alike for what does not exist and for what you may not see.',
  })
  motion(
    @IdArg('Motion') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, MOTION_READS, (row) => sql`${row.id} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => CreateMotionResult, {
    description:
      'The committee drafts what a meeting is to vote on, until the meeting is over. Whoever reads the agenda reads it.',
  })
  createMotion(
    @Args() { meetingId }: OfMeetingArgs,
    @Args('input', { description: 'What motion.' }) input: CreateMotionInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.create(tx, meetingId, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => MotionStepResult, {
    description:
      'The committee says a motion anew until the vote opens; what was gathered outside until it is closed.',
  })
  updateMotion(
    @Args() { id, version }: MotionStep,
    @Args('input', { description: 'What changes.' }) input: UpdateMotionInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => MotionStepResult, { description: 'The committee takes a motion back before the vote.' })
  withdrawMotion(@Args() { id, version }: MotionStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first; of a ballot, that one was cast.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
