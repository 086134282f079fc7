import { Allow, CanBeTried, ConnectionArgs, Spoken, TenantContext, type Words } from '#graphql';
import { AuditLineConnection } from '#network';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { saySureness } from '../arithmetic/sureness.words.js';
import { EvaluationRoundResult } from '../round/evaluation-round.object.js';
import { Deliberation } from './deliberation.js';
import type { EvaluationResult } from './evaluation-result.entity.js';
import {
  EvaluationResultStep,
  ExcludeNominationArgs,
  SetSheetAsideArgs,
  WithholdAwardArgs,
} from './evaluation-result.inputs.js';
import { CloseScoringResult, EvaluationResultObject } from './evaluation-result.object.js';
import { EvaluationStandingConnection } from './evaluation-standing.object.js';
import { writeResultChat } from './result-chat.js';
import { ResultPublishing } from './result-publishing.js';
import { ScoringClosing } from './scoring-closing.js';

@Resolver(() => EvaluationResultObject)
export class EvaluationResultResolver {
  constructor(
    private readonly closing: ScoringClosing,
    private readonly deliberation: Deliberation,
    private readonly publishing: ResultPublishing,
  ) {}

  // To try it would be to read the scores before they are closed.
  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'STEWARD')
  @Mutation(() => CloseScoringResult, {
    description:
      'The returning officer closes scoring, which cannot be undone or tried: sheets are opened without names and the result is worked out as a draft for the committee. Refused while sheets are missing, naming them. Sheets with a conflict found only now are set aside. Of two who close at once one is refused.',
  })
  closeScoring(@Args() { id, version }: EvaluationResultStep, @Context() context: TenantContext) {
    return context.write((tx) => this.closing.close(tx, id, version));
  }

  // To try it would be to read one judge’s scores from the difference.
  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'STEWARD')
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The returning officer sets a submitted sheet aside after the closing; the result is worked out anew without it, as a draft. What was published stands until that is published with the next number.',
  })
  setSheetAside(@Args() { id, version, reason }: SetSheetAsideArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.deliberation.setSheetAside(tx, id, version, reason));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The secretary takes a nomination out of the result after the closing; the others are ranked anew, as a draft.',
  })
  excludeNomination(
    @Args() { id, version, reason }: ExcludeNominationArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.deliberation.excludeNomination(tx, id, version, reason));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The secretary takes a nomination that was excluded into the result again; all are ranked anew, as a draft.',
  })
  readmitNomination(
    @Args() { id, version, reason }: ExcludeNominationArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.deliberation.readmitNomination(tx, id, version, reason));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The secretary gives an award to nobody (空缺): the best then has the next one. A draft of the result says so.',
  })
  withholdAward(@Args() args: WithholdAwardArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.deliberation.withholdAward(tx, args));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => EvaluationRoundResult, {
    description: 'The secretary gives an award that was withheld after all, as a draft of the result says.',
  })
  restoreAward(@Args() args: WithholdAwardArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.deliberation.restoreAward(tx, args));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The secretary puts the draft up with the next number (公示): units read ranking and awards, and object until the end of the last of `noticeWorkingDays`, the day of publication not counted. Units that nominated, answered for it or took part when scoring began read how their score came about.',
  })
  publishResult(@Args() { id, version }: EvaluationResultStep, @Context() context: TenantContext) {
    return context.write((tx) => this.publishing.publish(tx, id, version));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => EvaluationRoundResult, {
    description:
      'The secretary makes the result final once its notice is over, every objection is ruled on, and none that was upheld stands against it unchanged. Awards and points are credited; what an earlier final result gave and this one does not is taken back.',
  })
  finaliseResult(@Args() { id, version }: EvaluationResultStep, @Context() context: TenantContext) {
    return context.write((tx) => this.publishing.finalise(tx, id, version));
  }

  @ResolveField(() => EvaluationStandingConnection, {
    description: 'The ranking, the first rank first, those without a score last.',
  })
  standings(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @Spoken()
  @ResolveField(() => String, {
    description:
      'How sure the first three ranks are, as a sentence in the language that `Accept-Language` asks for.',
  })
  surenessText(@Parent() { sureness }: Pick<EvaluationResult, 'sureness'>): Words {
    return saySureness(sureness);
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
      'The public notice, or the final result, in plain Chinese for a group chat, days in the zone of the network; null for a draft.',
  })
  chatText(@Parent() result: EvaluationResult, @Context() context: TenantContext): Promise<string | null> {
    return context.read((tx) => writeResultChat(tx, result));
  }
}
