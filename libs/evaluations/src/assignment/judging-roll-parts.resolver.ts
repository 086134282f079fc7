import { ConnectionArgs, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { readWithParent } from '#reads';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EvaluationJudgeConnection } from '../judge/evaluation-judge.object.js';
import { JudgeConflictConnection } from '../judge/judge-conflict.object.js';
import { JudgeAssignmentState } from './judge-assignment.entity.js';
import { JudgeAssignmentConnection } from './judge-assignment.object.js';
import { JudgingRollObject, LeftOutPanelObject } from './judging-roll.object.js';
import { listLeftOut, type LeftOutPanel } from './left-out-panels.js';

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

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to the roll and its judges. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
