import { Allow, AnyPost, CanBeTried, ConnectionArgs, IdArg, OnBehalf, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { writeNeedChat } from './need-chat.js';
import { draftOf } from './need.draft.js';
import type { Need } from './need.entity.js';
import {
  AnswerNeedArgs,
  CreateNeedInput,
  NeedFilter,
  NeedOrder,
  NeedReasonArgs,
  NeedStep,
  UpdateNeedInput,
  WithdrawNeedArgs,
} from './need.inputs.js';
import { NeedConnection, NeedObject, NeedStepResult } from './need.object.js';
import { NEED_READS, NEEDS } from './need.reads.js';
import { NeedService } from './need.service.js';

@Resolver(() => NeedObject)
export class NeedResolver {
  constructor(
    private readonly service: NeedService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => NeedConnection, {
    description:
      'The list of needs (需求清单): your unit’s in every state, and those that your networks have taken; for a committee also those proposed to it.',
  })
  needs(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: NeedFilter,
    @Args('orderBy', {
      type: () => NeedOrder,
      defaultValue: NeedOrder.POSTED_AT_DESC,
      description: 'In which order.',
    })
    orderBy: NeedOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, NEEDS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => NeedObject, {
    nullable: true,
    description: 'One need; null alike for what does not exist and for what you may not see.',
  })
  need(
    @IdArg('Need') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, NEED_READS, (row) => sql`${row.id} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => NeedObject, {
    description: 'Drafts a need of your unit, or of residents; nobody else sees it until it is proposed.',
  })
  createNeed(
    @Args('input', { description: 'What is needed.' }) input: CreateNeedInput,
    @Context() context: TenantContext,
  ): Promise<Need> {
    return context.write((tx) => this.service.create(tx, draftOf(input)));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => NeedStepResult, {
    description: 'Its unit says anew what is needed, as long as no unit has claimed it.',
  })
  updateNeed(
    @Args() { id, version }: NeedStep,
    @Args('input', { description: 'What changes.' }) input: UpdateNeedInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => NeedStepResult, {
    description:
      'Its unit puts it before the committee of the network. What the committee posts itself is taken at once. What is URGENT is open at once, whoever posts it, and a call: every unit that could help is called in the same act (a partner with an offer of a kind asked for whose facts hold, at whatever time; without kinds, all partners).',
  })
  proposeNeed(@Args() { id, version }: NeedStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.propose(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => NeedStepResult, {
    description: 'The committee takes a proposed need: from now on all units of the network read it.',
  })
  takeNeed(@Args() { id, version }: NeedStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.take(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => NeedStepResult, {
    description: 'The committee sends a proposed need back to its unit, with a reason.',
  })
  returnNeed(@Args() { id, version, reason }: NeedReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.sendBack(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => NeedStepResult, {
    description: 'The committee lets any unit of the network claim a need that it has taken.',
  })
  openNeed(@Args() { id, version }: NeedStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.open(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => NeedStepResult, {
    description: 'Its unit takes it back before work has begun; whoever was asked or has claimed it is free.',
  })
  withdrawNeed(@Args() { id, version, reason }: WithdrawNeedArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version, reason ?? null));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => NeedStepResult, {
    description:
      'The committee says that nobody could help. It goes before the next meeting, and can be opened again.',
  })
  markNeedUnmet(@Args() { id, version, reason }: NeedReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.markUnmet(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => NeedStepResult, {
    description: 'A unit whose claim is accepted begins; nobody else is awaited any more.',
  })
  beginNeed(@Args() { id, version }: NeedStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.begin(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => NeedStepResult, {
    description:
      'A unit whose claim is accepted says what was done; those who had the need are asked whether that answers it.',
  })
  answerNeed(@Args() { id, version, answer }: AnswerNeedArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.answer(tx, id, version, answer));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => NeedStepResult, {
    description:
      'Those who had it say that it is answered: its unit, or for residents and calls the committee. Nobody else can.',
  })
  closeNeed(@Args() { id, version }: NeedStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.close(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => NeedStepResult, {
    description:
      'Opens it again, with the reason: its unit, when it is not answered, also if the committee wrote down that it was; the committee, when it stayed unmet. All places are free.',
  })
  reopenNeed(@Args() { id, version, reason }: NeedReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.reopen(tx, id, version, reason));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description:
      'The need in plain Chinese for a group chat, times in the zone of the network; never with contacts or phones.',
  })
  chatText(@Parent() need: Need, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeNeedChat(tx, need));
  }
}
