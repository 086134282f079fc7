import { Allow, AnyPost, ConnectionArgs, isSelected, TenantContext, type Page } from '#graphql';
import type { AuditLine } from '#tenancy';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AuditLineConnection } from '../audit/audit-line.object.js';
import { listLinesOf } from '../audit/audit-line.reads.js';
import { In } from 'typeorm';
import { Network } from '../network/network.entity.js';
import { NetworkObject } from '../network/network.object.js';
import { Unit } from '../unit/unit.entity.js';
import { UnitObject } from '../unit/unit.object.js';
import { Post } from './post.entity.js';
import { AppointInput, PostFilter, PostStep, wishOf } from './post.inputs.js';
import { AppointResult, PostConnection, PostObject, RevokePostResult } from './post.object.js';
import { listPosts } from './post.reads.js';
import { PostService, type Appointment } from './post.service.js';

@Resolver(() => PostObject)
export class PostResolver {
  constructor(private readonly service: PostService) {}

  @AnyPost()
  @Query(() => PostConnection, {
    description:
      'The directory (通讯录): who holds which post in your networks now, by name. Of your own unit also those to come; for the committee also those to come, over and revoked.',
  })
  posts(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: PostFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Post>> {
    return context.read((tx) => listPosts(tx, filter, page, isSelected(info, 'totalCount')));
  }

  @Allow('SECRETARY', 'LIAISON')
  @Mutation(() => AppointResult, {
    description:
      'Gives a post, now or for a span ahead: a secretary in the committee and in active partner units that take part in its networks only, a liaison to deputies of the own unit.',
  })
  appoint(
    @Args('input', { description: 'Who, as what, where.' }) input: AppointInput,
    @Context() context: TenantContext,
  ): Promise<Appointment> {
    const { person, dutyPhone = null, since = null, until = null, ...wish } = input;
    return context.write((tx) =>
      this.service.appoint(tx, { ...wish, dutyPhone, since, until, ...wishOf(person) }),
    );
  }

  @Allow('SECRETARY', 'LIAISON')
  @Mutation(() => RevokePostResult, {
    description:
      'Takes a post away: its tokens are refused from the next request on. Your own cannot be taken by yourself. A liaison takes those of deputies.',
  })
  revokePost(@Args() { id, version }: PostStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.revoke(tx, id, version));
  }

  @ResolveField(() => PostObject, {
    nullable: true,
    description: 'The post it takes over from; null if none, or none that you see.',
  })
  predecessor(
    @Parent() { predecessorId }: Post,
    @Context() context: TenantContext,
  ): Promise<Post | null> | null {
    return predecessorId ? context.read((tx) => tx.find(Post, predecessorId)) : null;
  }

  @ResolveField(() => UnitObject, {
    nullable: true,
    description:
      'The unit in which it is held; null for a post that you held once, in a unit you no longer know.',
  })
  unit(@Parent() { unitId }: Post, @Context() context: TenantContext): Promise<Unit | null> {
    return context.read((tx) => tx.find(Unit, unitId));
  }

  @ResolveField(() => [NetworkObject], {
    description: 'For a steward: the networks in scope, by code. Empty for others.',
  })
  async scope(@Parent() post: Post, @Context() context: TenantContext): Promise<Network[]> {
    if (post.scopeNetworkIds.length === 0) return [];
    return context.read((tx) =>
      tx.manager.find(Network, {
        where: { regionId: tx.regionId, id: In(post.scopeNetworkIds) },
        order: { code: 'ASC' },
      }),
    );
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who gave, changed or took it; for its holder, its unit and the committee. Newest first.',
  })
  auditLines(
    @Parent() { id }: Post,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<AuditLine>> {
    const count = isSelected(info, 'totalCount');
    return context.read((tx) => listLinesOf(tx, { type: 'Post', id }, page, count));
  }
}
