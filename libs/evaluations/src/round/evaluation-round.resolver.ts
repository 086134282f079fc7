import { Allow, CanBeTried, IdArg, TenantContext } from '#graphql';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EvaluationRound } from './evaluation-round.entity.js';
import {
  AppointReturningOfficerArgs,
  CopyEvaluationRoundInput,
  CreateEvaluationRoundInput,
  EvaluationRoundReasonArgs,
  EvaluationRoundStep,
  UpdateEvaluationRoundInput,
} from './evaluation-round.inputs.js';
import {
  AcceptReturningOfficeResult,
  CopyEvaluationRoundResult,
  EvaluationRoundObject,
  EvaluationRoundResult,
} from './evaluation-round.object.js';
import { EvaluationRoundService } from './evaluation-round.service.js';
import { ReturningOfficerService } from './returning-officer.service.js';
import { writeRoundChat } from './round-chat.js';
import { RoundSteppingService } from './round-stepping.service.js';

/** What a committee does with a round, up to scoring. */
@Resolver(() => EvaluationRoundObject)
export class EvaluationRoundResolver {
  constructor(
    private readonly service: EvaluationRoundService,
    private readonly stepping: RoundSteppingService,
    private readonly officers: ReturningOfficerService,
  ) {}

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => EvaluationRoundObject, {
    description: 'The committee sets up a round with its rules; nobody else knows of it until it is opened.',
  })
  createEvaluationRound(
    @Args('input', { description: 'What, for when, and how.' }) input: CreateEvaluationRoundInput,
    @Context() context: TenantContext,
  ): Promise<EvaluationRound> {
    return context.write((tx) => this.service.create(tx, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The committee says anew what a round is until scoring begins. Lists are given whole; weights that do not sum to 100 are refused with their sum.',
  })
  updateEvaluationRound(
    @Args() { id, version }: EvaluationRoundStep,
    @Args('input', { description: 'What changes.' }) input: UpdateEvaluationRoundInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => CopyEvaluationRoundResult, {
    description:
      'The committee sets up a round with the rules of another, without its dates, returning officer and nominations. Of a contest with a final result it may be the final.',
  })
  copyEvaluationRound(
    @IdArg('EvaluationRound') id: string,
    @Args('input', { description: 'What is new.' }) input: CopyEvaluationRoundInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.copy(tx, id, input));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The secretary calls for nominations: the network reads the round from now on. The finalists of a contest are nominated by it.',
  })
  openNominations(@Args() { id, version }: EvaluationRoundStep, @Context() context: TenantContext) {
    return context.write((tx) => this.stepping.open(tx, id, version));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The secretary begins scoring: the rules are frozen, and the network reads what was submitted; drafts are too late. Refused without a returning officer or a submitted nomination, and before the end of nominations that was set.',
  })
  beginScoring(@Args() { id, version }: EvaluationRoundStep, @Context() context: TenantContext) {
    return context.write((tx) => this.stepping.beginScoring(tx, id, version));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The secretary gives up a round whose result never was final, with the reason. What is on notice lapses, with the objections that were not ruled on.',
  })
  cancelEvaluationRound(
    @Args() { id, version, reason }: EvaluationRoundReasonArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.stepping.cancel(tx, id, version, reason));
  }

  @Allow('SECRETARY')
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The secretary appoints the returning officer (监票人), in place of whoever was it, until the result is final. Never somebody who judges in the round, through whichever post.',
  })
  appointReturningOfficer(
    @Args() { id, version, postId }: AppointReturningOfficerArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.officers.appoint(tx, id, version, postId));
  }

  @Allow('SECRETARY')
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The secretary asks the street office for a returning officer: its stewards with the network in scope read the round, and the first who accepts is it. Whoever was it no longer is.',
  })
  askStreetOffice(@Args() { id, version }: EvaluationRoundStep, @Context() context: TenantContext) {
    return context.write((tx) => this.officers.askStreetOffice(tx, id, version));
  }

  @Allow('STEWARD')
  @Mutation(() => AcceptReturningOfficeResult, {
    description: 'A steward of the street office that was asked becomes the returning officer.',
  })
  acceptReturningOffice(@IdArg('EvaluationRound') id: string, @Context() context: TenantContext) {
    return context.write((tx) => this.officers.accept(tx, id));
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'What one would write into the group chat in plain Chinese, times in the zone of the network: the call for nominations, or that it was cancelled; null where there is nothing to tell.',
  })
  chatText(@Parent() round: EvaluationRound, @Context() context: TenantContext): Promise<string | null> {
    return context.read((tx) => writeRoundChat(tx, round));
  }
}
