import { AnyPost, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { NetworkConnection, NetworkObject } from './network.object.js';
import { NETWORK_READS, NETWORKS } from './network.reads.js';
import { Reader, sql } from '#reads';

@Resolver(() => NetworkObject)
export class NetworkResolver {
  constructor(private readonly reader: Reader) {}

  @AnyPost()
  @Query(() => NetworkConnection, {
    description:
      'The networks your unit belongs to, is invited to, or (for a steward) that lie in your scope; by code.',
  })
  networks(
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, NETWORKS, page, {});
  }

  @AnyPost()
  @Query(() => NetworkObject, {
    nullable: true,
    description: 'One network; null alike for what does not exist and for what you do not know.',
  })
  network(
    @IdArg('Network') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, NETWORK_READS, (row) => sql`${row.id} = ${id}`);
  }
}
