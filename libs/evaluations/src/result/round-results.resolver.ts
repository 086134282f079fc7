import { ConnectionArgs } from '#graphql';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { EvaluationRoundObject } from '../round/evaluation-round.object.js';
import { EvaluationResultConnection, EvaluationResultObject } from './evaluation-result.object.js';

/** What results add to a round. */
@Resolver(() => EvaluationRoundObject)
export class RoundResultsResolver {
  @ResolveField(() => EvaluationResultConnection, {
    description: 'Its results that you see, drafts for the committee alone; the latest first.',
  })
  results(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => EvaluationResultObject, {
    nullable: true,
    description: 'The result published last, on notice or final; null before.',
  })
  currentResult(): never {
    return readWithParent();
  }

  @ResolveField(() => EvaluationResultObject, {
    nullable: true,
    description:
      'For its committee: the result that is to be published next; null for others, and where there is none.',
  })
  draftResult(): never {
    return readWithParent();
  }
}
