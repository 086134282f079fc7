import { Allow, AnyPost, CanBeTried, ConnectionArgs, OnBehalf, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { EvaluationRoundObject } from '../round/evaluation-round.object.js';
import type { EvaluationObjection } from './evaluation-objection.entity.js';
import {
  EvaluationObjectionFilter,
  EvaluationObjectionStep,
  FileObjectionArgs,
  RuleOnObjectionArgs,
} from './evaluation-objection.inputs.js';
import {
  EvaluationObjectionConnection,
  EvaluationObjectionObject,
  EvaluationObjectionResult,
  FileObjectionResult,
} from './evaluation-objection.object.js';
import { EVALUATION_OBJECTIONS } from './evaluation-objection.reads.js';
import { EvaluationObjectionService } from './evaluation-objection.service.js';
import { writeObjectionChat } from './objection-chat.js';

@Resolver(() => EvaluationObjectionObject)
export class EvaluationObjectionResolver {
  constructor(
    private readonly service: EvaluationObjectionService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => EvaluationObjectionConnection, {
    description:
      'Objections to results: your unit’s; for a committee all of its network, for a steward those that the street office rules on. The latest first.',
  })
  evaluationObjections(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: EvaluationObjectionFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, EVALUATION_OBJECTIONS, page, { filter });
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => FileObjectionResult, {
    description:
      'Your unit objects to the result on notice, before `noticeUntil`. A secretary of the committee whose person holds no post in a unit concerned rules on it, or the street office where none is left. Of a round that is not on notice, or after it, it is refused.',
  })
  fileObjection(
    @Args() { roundId, nominationId = null, text }: FileObjectionArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.file(tx, { roundId, nominationId, text }));
  }

  @Allow('SECRETARY', 'STEWARD')
  @CanBeTried()
  @Mutation(() => EvaluationObjectionResult, {
    description:
      'A secretary without a conflict rules, or a steward where every secretary has one; whoever may not is told who may. An upheld objection changes nothing by itself: sheets are set aside, nominations excluded or awards withheld after it.',
  })
  ruleOnObjection(
    @Args() { id, version, upheld, reason }: RuleOnObjectionArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.rule(tx, id, version, { upheld, ruling: reason }));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => EvaluationObjectionResult, {
    description:
      'The committee passes an objection on to the street office when every secretary has come to have a conflict since it was filed; refused while one has none.',
  })
  passObjectionOn(@Args() { id, version }: EvaluationObjectionStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.passOn(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => EvaluationObjectionResult, {
    description: 'Your unit takes an objection back that nobody has ruled on.',
  })
  withdrawEvaluationObjection(
    @Args() { id, version }: EvaluationObjectionStep,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description: 'The objection, or the ruling on it, in plain Chinese for a group chat; never with phones.',
  })
  chatText(@Parent() objection: EvaluationObjection, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeObjectionChat(tx, objection));
  }
}

/** What objections add to a round. */
@Resolver(() => EvaluationRoundObject)
export class RoundObjectionsResolver {
  @ResolveField(() => EvaluationObjectionConnection, {
    description: 'Objections to its results, as far as you may see them; the latest first.',
  })
  objections(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
