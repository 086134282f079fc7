import { Allow, AnyPost, CanBeTried, IdArg, TenantContext } from '#graphql';
import { Reader, sql } from '#reads';
import { Args, Context, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  AssignJudgeArgs,
  DropAssignmentArgs,
  ExcuseJudgeArgs,
  JudgingRollStep,
} from './judging-roll.inputs.js';
import { JudgingRollObject, JudgingRollResult } from './judging-roll.object.js';
import { JUDGING_ROLL_READS } from './judging-roll.reads.js';
import { JudgingService } from './judging.service.js';
import { ProposalService } from './proposal.service.js';

/** What the returning officer of a round does; for everybody else there is no roll. */
@Resolver(() => JudgingRollObject)
export class JudgingRollResolver {
  constructor(
    private readonly reader: Reader,
    private readonly proposals: ProposalService,
    private readonly service: JudgingService,
  ) {}

  @AnyPost()
  @Query(() => JudgingRollObject, {
    nullable: true,
    description:
      'For the returning officer of a round, from the beginning of scoring on: who judges what, and whose sheets are missing. Null for everybody else, as for what does not exist.',
  })
  judgingRoll(
    @IdArg('EvaluationRound', 'roundId') roundId: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, JUDGING_ROLL_READS, (row) => sql`${row.id} = ${roundId}`);
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'STEWARD')
  @CanBeTried()
  @Mutation(() => JudgingRollResult, {
    description:
      'The returning officer has judges proposed: for each nomination and panel as many as the rules want, none in conflict, evenly. Nobody else is told. The same judges, nominations and conflicts give the same proposal; what was assigned by hand before is proposed anew.',
  })
  proposeJudges(@Args() { id, version }: JudgingRollStep, @Context() context: TenantContext) {
    return context.write((tx) => this.proposals.propose(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'STEWARD')
  @CanBeTried()
  @Mutation(() => JudgingRollResult, {
    description:
      'The returning officer settles what is proposed: each judge is shown what is its own. Refused if judges have come into conflict since.',
  })
  settleAssignments(@Args() { id, version }: JudgingRollStep, @Context() context: TenantContext) {
    return context.write((tx) => this.proposals.settle(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'STEWARD')
  @Mutation(() => JudgingRollResult, {
    description:
      'The returning officer gives a judge a nomination, which is proposed until the roll is settled, and then shown at once. What was dropped can be given again.',
  })
  assignJudge(
    @Args() { id, version, nominationId, judgeId }: AssignJudgeArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.assign(tx, id, version, { nominationId, judgeId }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'STEWARD')
  @Mutation(() => JudgingRollResult, {
    description:
      'The returning officer takes a nomination from a judge while judges score; a sheet that was submitted is set aside.',
  })
  dropAssignment(@Args() { id, version, reason }: DropAssignmentArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.drop(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'STEWARD')
  @Mutation(() => JudgingRollResult, {
    description:
      'The returning officer excuses a judge: what is not submitted is dropped, and nothing more is given; submitted sheets count.',
  })
  excuseJudge(@Args() { id, version, reason }: ExcuseJudgeArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.excuse(tx, id, version, reason));
  }
}
