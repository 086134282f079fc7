import { Allow, AnyPost, CanBeTried, ConnectionArgs, IdArg, OnBehalf, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ClaimAsking } from './claim-asking.js';
import { writeClaimChat } from './claim-chat.js';
import { ClaimTimes } from './claim-times.js';
import type { Claim } from './claim.entity.js';
import {
  AnswerClaimArgs,
  AskToClaimArgs,
  ClaimFilter,
  ClaimOrder,
  ClaimStep,
  GiveUpClaimArgs,
  NoteClaimTimeArgs,
} from './claim.inputs.js';
import {
  AnswerClaimResult,
  AskToClaimResult,
  ClaimConnection,
  ClaimNeedResult,
  ClaimObject,
  ClaimStepResult,
} from './claim.object.js';
import { CLAIM_READS, CLAIMS } from './claim.reads.js';
import { ClaimService } from './claim.service.js';

@Resolver(() => ClaimObject)
export class ClaimResolver {
  constructor(
    private readonly service: ClaimService,
    private readonly asking: ClaimAsking,
    private readonly times: ClaimTimes,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => ClaimConnection, {
    description:
      'Who takes needs on (认领): your unit’s claims in every state, and those that units of your networks have accepted; for a committee also whom it asks and who said no. What waits for your answer: your unit, ASKED.',
  })
  claims(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: ClaimFilter,
    @Args('orderBy', {
      type: () => ClaimOrder,
      defaultValue: ClaimOrder.UPDATED_AT_DESC,
      description: 'In which order.',
    })
    orderBy: ClaimOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, CLAIMS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => ClaimObject, {
    nullable: true,
    description: 'One claim; null alike for what does not exist and for what you may not see.',
  })
  claim(
    @IdArg('Claim') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, CLAIM_READS, (row) => sql`${row.id} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => AskToClaimResult, {
    description:
      'The committee asks units whether they take a need on: all of them, or none. Nobody else of the network learns who was asked, or who said no.',
  })
  askToClaim(@Args() { needId, unitIds }: AskToClaimArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.asking.askAll(tx, needId, unitIds));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => ClaimNeedResult, {
    description:
      'Your unit takes on a need that is open, first come, first served; if it was asked, this is its yes. With the last place the need is CLAIMED, and whoever was only asked is free.',
  })
  claimNeed(@IdArg('Need', 'needId') needId: string, @Context() context: TenantContext) {
    return context.write((tx) => this.service.claim(tx, needId));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => AnswerClaimResult, {
    description:
      'Your unit, which was asked or called, says yes or no. A yes wants a place that is left; a no is read by your unit and the committee alone.',
  })
  answerClaim(
    @Args() { id, version, accept, reason = null }: AnswerClaimArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.answer(tx, id, version, { accept, reason }));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ClaimStepResult, {
    description: 'The committee no longer asks a unit that has not answered.',
  })
  withdrawClaim(@Args() { id, version }: ClaimStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => ClaimStepResult, {
    description:
      'Your unit gives up what it has taken on, until it is answered: its place is open again, and it no longer reads whom to ring. Where others have begun they go on without it. It also strikes out what the committee recorded afterwards (补录), whatever became of the need.',
  })
  giveUpClaim(@Args() { id, version, reason }: GiveUpClaimArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.giveUp(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => ClaimStepResult, {
    description:
      'Your unit notes when its help was there: the need is IN_PROGRESS, and nobody else is awaited. Again to correct the time.',
  })
  noteArrival(@Args() { id, version, at }: NoteClaimTimeArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.times.noteArrival(tx, id, version, at ?? tx.now));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => ClaimStepResult, {
    description:
      'Your unit notes when its help had done, not before it was there; what was done is said with `answerNeed`. Again to correct the time.',
  })
  noteFinish(@Args() { id, version, at }: NoteClaimTimeArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.times.noteFinish(tx, id, version, at ?? tx.now));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description:
      'The claim in plain Chinese for a group chat, times in the zone of the network; never with contacts or phones.',
  })
  chatText(@Parent() claim: Claim, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeClaimChat(tx, claim));
  }
}
