import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { AnyPost } from '../permissions/permission.js';
import type { TenantContext } from '../tenant-context.js';
import { NodeRegistry } from './node-registry.js';
import { Node } from './node.js';

@Resolver()
export class NodeResolver {
  constructor(private readonly nodes: NodeRegistry) {}

  @AnyPost()
  @Query(() => Node, {
    nullable: true,
    description: 'The thing of that id; null alike for what does not exist and for what you may not see.',
  })
  node(
    @Args('id', { type: () => ID, description: 'Any id that this API has given.' }) id: string,
    @Context() context: TenantContext,
  ): Promise<object | null> {
    return context.read((tx) => this.nodes.find(tx, id));
  }
}
