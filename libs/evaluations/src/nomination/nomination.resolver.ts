import { Allow, AnyPost, CanBeTried, ConnectionArgs, IdArg, OnBehalf, TenantContext } from '#graphql';
import { ProjectObject } from '#needs';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { EvaluationRoundObject } from '../round/evaluation-round.object.js';
import { writeNominationChat } from './nomination-chat.js';
import type { Nomination } from './nomination.entity.js';
import {
  CreateNominationInput,
  NominationFilter,
  NominationOrder,
  NominationReasonArgs,
  NominationStep,
  UpdateNominationInput,
} from './nomination.inputs.js';
import {
  CreateNominationResult,
  NominationConnection,
  NominationObject,
  NominationResult,
} from './nomination.object.js';
import { NOMINATION_READS, NOMINATIONS } from './nomination.reads.js';
import { NominationService } from './nomination.service.js';

@Resolver(() => NominationObject)
export class NominationResolver {
  constructor(
    private readonly service: NominationService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => NominationConnection, {
    description:
      'Nominations: your unit’s in every state; for a committee those submitted to it; those that take part, for the network from the beginning of scoring on, and for stewards from the first public notice on.',
  })
  nominations(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: NominationFilter,
    @Args('orderBy', {
      type: () => NominationOrder,
      defaultValue: NominationOrder.DRAFTED_AT_DESC,
      description: 'In which order.',
    })
    orderBy: NominationOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, NOMINATIONS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => NominationObject, {
    nullable: true,
    description: 'One nomination; null alike for what does not exist and for what you may not see.',
  })
  nomination(
    @IdArg('Nomination') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, NOMINATION_READS, (row) => sql`${row.id} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => CreateNominationResult, {
    description:
      'Drafts a nomination in a round that is open for them; nobody outside your unit sees it until it is submitted. A project is nominated by its lead, a co-host or the committee, a unit by itself or the committee.',
  })
  createNomination(
    @Args('input', { description: 'What is nominated, and why.' }) input: CreateNominationInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.create(tx, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => NominationResult, {
    description: 'Its unit says it anew, in a draft or once it was returned.',
  })
  updateNomination(
    @Args() { id, version }: NominationStep,
    @Args('input', { description: 'What changes.' }) input: UpdateNominationInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => NominationResult, {
    description:
      'Its unit submits it to the committee, with what the platform knows of it now. Refused after the round’s deadline, and when the same is nominated already.',
  })
  submitNomination(@Args() { id, version }: NominationStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.submit(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => NominationResult, {
    description: 'Its unit takes it back, before scoring begins.',
  })
  withdrawNomination(@Args() { id, version }: NominationStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => NominationResult, {
    description:
      'The committee sends a nomination back to its unit before scoring begins, with a reason; nobody else reads it until it is submitted anew.',
  })
  returnNomination(@Args() { id, version, reason }: NominationReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.sendBack(tx, id, version, reason));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description: 'The nomination in plain Chinese for a group chat; never with phones.',
  })
  chatText(@Parent() nomination: Nomination, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeNominationChat(tx, nomination));
  }
}

/** What nominations add to a round. */
@Resolver(() => EvaluationRoundObject)
export class RoundNominationsResolver {
  @ResolveField(() => NominationConnection, {
    description: 'What is nominated in it, as far as you may see it; the earliest drafted first.',
  })
  nominations(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

/** What nominations add to a project. */
@Resolver(() => ProjectObject)
export class ProjectNominationsResolver {
  @ResolveField(() => NominationConnection, {
    description: 'Its nominations for evaluation, as far as you may see them; the latest drafted first.',
  })
  nominations(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
