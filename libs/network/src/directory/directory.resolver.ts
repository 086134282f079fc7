import { AnyPost, ConnectionArgs, TenantContext } from '#graphql';
import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DirectoryFilter } from './directory.inputs.js';
import { DirectoryConnection, DirectoryEntryObject } from './directory.object.js';
import { Reader } from '#reads';
import { DIRECTORY } from './directory.reads.js';

@Resolver(() => DirectoryEntryObject)
export class DirectoryResolver {
  constructor(private readonly reader: Reader) {}

  @AnyPost()
  @Query(() => DirectoryConnection, {
    description:
      'The directory (通讯录) of a network: its active units in pinyin order, with their liaisons and duty phones. Empty for a network that you do not know.',
  })
  directory(
    @Args('filter', { description: 'Whose, and whom.' }) filter: DirectoryFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, DIRECTORY, page, filter);
  }
}
