import {
  AnyPost,
  ConnectionArgs,
  isSelected,
  NodeRegistry,
  Node,
  TenantContext,
  toGlobalId,
  type Page,
} from '#graphql';
import { AuditManner, type AuditLine, type Change, type Role } from '#tenancy';
import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { PostObject } from '../post/post.object.js';
import { Post } from '../post/post.entity.js';
import { PostRole } from '../post/post-role.js';
import { Unit } from '../unit/unit.entity.js';
import { UnitObject } from '../unit/unit.object.js';
import { AuditChangeObject, AuditLineConnection, AuditLineObject } from './audit-line.object.js';
import { listLinesInNameOf } from './audit-line.reads.js';

@Resolver(() => AuditLineObject)
export class AuditLineResolver {
  constructor(private readonly nodes: NodeRegistry) {}

  @AnyPost()
  @Query(() => AuditLineConnection, {
    description:
      'What was done in the name of your unit: by its posts, by a committee on its behalf, or by rule. Newest first.',
  })
  auditLines(
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<AuditLine>> {
    const manners = Object.values(AuditManner);
    return context.read((tx) => listLinesInNameOf(tx, manners, page, isSelected(info, 'totalCount')));
  }

  @AnyPost()
  @Query(() => AuditLineConnection, {
    description:
      'What committees have recorded on behalf of your unit (代办): what your unit has to be told, and can correct by the further steps of the thing. Newest first.',
  })
  recordedForUs(
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<AuditLine>> {
    const manners = [AuditManner.ON_BEHALF];
    return context.read((tx) => listLinesInNameOf(tx, manners, page, isSelected(info, 'totalCount')));
  }

  @ResolveField(() => PostRole, { nullable: true })
  role(@Parent() { role }: AuditLine): Role | null {
    return role === 'SYSTEM' ? null : role;
  }

  @ResolveField(() => Node, {
    nullable: true,
    description: 'The thing as it is now; null when you can no longer see it.',
  })
  thing(
    @Parent() { thingType, thingId }: AuditLine,
    @Context() context: TenantContext,
  ): Promise<object | null> {
    return context.read((tx) => this.nodes.find(tx, toGlobalId(thingType, thingId)));
  }

  @ResolveField(() => UnitObject, {
    nullable: true,
    description: 'The unit in whose name it was done; null when you can no longer see that unit.',
  })
  unit(@Parent() { unitId }: AuditLine, @Context() context: TenantContext): Promise<Unit | null> {
    return context.read((tx) => tx.find(Unit, unitId));
  }

  @ResolveField(() => UnitObject, {
    nullable: true,
    description:
      'The unit of the post through which it was done; null for the platform itself, and when you cannot see that unit.',
  })
  actingUnit(
    @Parent() { postUnitId }: AuditLine,
    @Context() context: TenantContext,
  ): Promise<Unit | null> | null {
    return postUnitId ? context.read((tx) => tx.find(Unit, postUnitId)) : null;
  }

  @ResolveField(() => PostObject, {
    nullable: true,
    description: 'Through which post; null for the platform itself, and when you can no longer see the post.',
  })
  post(@Parent() { postId }: AuditLine, @Context() context: TenantContext): Promise<Post | null> | null {
    return postId ? context.read((tx) => tx.find(Post, postId)) : null;
  }

  @ResolveField(() => [AuditChangeObject], { description: 'What changed, field by field; ids are left out.' })
  changes(@Parent() { changes }: AuditLine): AuditChangeObject[] {
    return Object.entries(changes).map(([field, { before, after }]) => ({
      field,
      before: textOf(before),
      after: textOf(after),
    }));
  }
}

function textOf(value: Change['before']): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
