import { AnyPost, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { EvaluationRoundFilter, EvaluationRoundOrder } from './evaluation-round-filter.inputs.js';
import { EvaluationRoundConnection, EvaluationRoundObject } from './evaluation-round.object.js';
import { EVALUATION_ROUND_READS, EVALUATION_ROUNDS } from './evaluation-round.reads.js';

/** How rounds are read. */
@Resolver(() => EvaluationRoundObject)
export class EvaluationRoundListResolver {
  constructor(private readonly reader: Reader) {}

  @AnyPost()
  @Query(() => EvaluationRoundConnection, {
    description:
      'The evaluations (项目评比) that your networks have opened; for a committee also those that it sets up, for stewards those whose result was published.',
  })
  evaluationRounds(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: EvaluationRoundFilter,
    @Args('orderBy', {
      type: () => EvaluationRoundOrder,
      defaultValue: EvaluationRoundOrder.PERIOD_DESC,
      description: 'In which order.',
    })
    orderBy: EvaluationRoundOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, EVALUATION_ROUNDS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => EvaluationRoundObject, {
    nullable: true,
    description: 'One round; null alike for what does not exist and for what you may not see.',
  })
  evaluationRound(
    @IdArg('EvaluationRound') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, EVALUATION_ROUND_READS, (row) => sql`${row.id} = ${id}`);
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
