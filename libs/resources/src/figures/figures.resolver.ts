import { AnyPost, ConnectionArgs, TenantContext } from '#graphql';
import { Reader } from '#reads';
import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { MonthFilter } from '../contribution/contribution.inputs.js';
import { LendingMonthConnection } from './figures.object.js';
import { LENDING_MONTHS } from './figures.reads.js';

@Resolver()
export class FiguresResolver {
  constructor(private readonly reader: Reader) {}

  @AnyPost()
  @Query(() => LendingMonthConnection, {
    description:
      'How what units lend is asked for and used, by unit, network and month: your unit’s; for a committee those of its network, for a steward those of all in scope. The latest month first.',
  })
  lendingByMonth(
    @Args('filter', { description: 'Which months, and of whom.' }) filter: MonthFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, LENDING_MONTHS, page, { filter });
  }
}
