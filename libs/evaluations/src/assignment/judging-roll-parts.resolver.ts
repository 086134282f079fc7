import { ConnectionArgs, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { readWithParent } from '#reads';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EvaluationJudgeConnection } from '../judge/evaluation-judge.object.js';
import { JudgeConflictConnection } from '../judge/judge-conflict.object.js';
import { JudgeAssignmentState } from './judge-assignment.entity.js';
import { JudgeAssignmentConnection } from './judge-assignment.object.js';
import { JudgingRollObject, LeftOutPanelObject } from './judging-roll.object.js';
import { NominationObject } from '../nomination/nomination.object.js';
import type { Nomination } from '../nomination/nomination.entity.js';
import { listRollObjections, type RollObjection } from '../objection/roll-objections.js';
import { RollObjectionObject } from '../objection/roll-objections.object.js';
import { listLeftOut, listUnjudged, type LeftOutPanel } from './left-out-panels.js';

/** What stands on a roll. */
@Resolver(() => JudgingRollObject)
export class JudgingRollPartsResolver {
  @ResolveField(() => JudgeAssignmentConnection, {
    description: 'Who judges what, by nomination and panel; SETTLED ones are missing.',
  })
  assignments(
    @Args('states', {
      type: () => [JudgeAssignmentState],
      nullable: true,
      description: 'In one of these states; all by default.',
    })
    _states: JudgeAssignmentState[] | null,
    @Args() _page: ConnectionArgs,
  ): never {
    return readWithParent();
  }

  @ResolveField(() => EvaluationJudgeConnection, { description: 'Who can be given something to judge.' })
  judges(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => JudgeConflictConnection, {
    description: 'What was declared, by nomination; also by those who were given nothing.',
  })
  conflicts(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => [LeftOutPanelObject], {
    // Reads the nominations and assignments of a round.
    complexity: ({ childComplexity }: { childComplexity: number }) => 50 + 10 * childComplexity,
    description:
      'Panels that have too few judges for a nomination, and would be left out for it; by nomination.',
  })
  leftOut(
    @Parent() { id }: { readonly id: string },
    @Context() context: TenantContext,
  ): Promise<LeftOutPanel[]> {
    return context.read((tx) => listLeftOut(tx, id));
  }

  @ResolveField(() => [NominationObject], {
    // Reads the nominations and assignments of a round.
    complexity: ({ childComplexity }: { childComplexity: number }) => 50 + 10 * childComplexity,
    description:
      'Nominations for which every panel would be left out, so that they would have no score, no rank and no award: give them judges before scoring is closed, or let the committee know. Before judges are proposed all of them.',
  })
  nominationsWithoutPanel(
    @Parent() { id }: { readonly id: string },
    @Context() context: TenantContext,
  ): Promise<Nomination[]> {
    return context.read((tx) => listUnjudged(tx, id));
  }

  @ResolveField(() => [RollObjectionObject], {
    complexity: ({ childComplexity }: { childComplexity: number }) => 50 + 10 * childComplexity,
    description:
      'Objections to the results of the round, the latest first: which one that was upheld may ask for an act that only you have, as setting a sheet aside.',
  })
  objections(
    @Parent() { id }: { readonly id: string },
    @Context() context: TenantContext,
  ): Promise<RollObjection[]> {
    return context.read((tx) => listRollObjections(tx, id));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to the roll and its judges. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
