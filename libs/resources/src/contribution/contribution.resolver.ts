import { AnyPost, ConnectionArgs, TenantContext } from '#graphql';
import { Reader } from '#reads';
import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ContributionFilter, MonthFilter } from './contribution.inputs.js';
import { ContributionConnection, ContributionTotalConnection } from './contribution.object.js';
import { CONTRIBUTION_TOTALS, CONTRIBUTIONS } from './contribution.reads.js';

@Resolver()
export class ContributionResolver {
  constructor(private readonly reader: Reader) {}

  @AnyPost()
  @Query(() => ContributionConnection, {
    description:
      'The account of what your unit has lent and of the points it was given; for a committee also what was lent and given through its network. The latest first.',
  })
  contributions(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: ContributionFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, CONTRIBUTIONS, page, { filter });
  }

  @AnyPost()
  @Query(() => ContributionTotalConnection, {
    description:
      'The sums of those accounts by unit, network and month; for a steward those of all units in scope. The latest month first.',
  })
  contributionTotals(
    @Args('filter', { description: 'Which months, and of whom.' }) filter: MonthFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, CONTRIBUTION_TOTALS, page, { filter });
  }
}
