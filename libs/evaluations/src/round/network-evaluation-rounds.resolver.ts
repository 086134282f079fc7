import { ConnectionArgs } from '#graphql';
import { NetworkObject } from '#network';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { EvaluationRoundOrder, NetworkEvaluationRoundFilter } from './evaluation-round-filter.inputs.js';
import { EvaluationRoundConnection } from './evaluation-round.object.js';

/** What evaluations add to a network. */
@Resolver(() => NetworkObject)
export class NetworkEvaluationRoundsResolver {
  @ResolveField(() => EvaluationRoundConnection, {
    description: 'Its evaluations (项目评比), as far as you may see them.',
  })
  evaluationRounds(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    _filter: NetworkEvaluationRoundFilter,
    @Args('orderBy', {
      type: () => EvaluationRoundOrder,
      defaultValue: EvaluationRoundOrder.PERIOD_DESC,
      description: 'In which order.',
    })
    _orderBy: EvaluationRoundOrder,
    @Args() _page: ConnectionArgs,
  ): never {
    return readWithParent();
  }
}
