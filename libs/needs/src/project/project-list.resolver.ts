import { AnyPost, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { BookingConnection } from '#resources';
import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ProjectNoteConnection } from '../note/project-note.object.js';
import { writeProjectChat } from './project-chat.js';
import { ProjectFilter, ProjectOrder } from './project-filter.inputs.js';
import type { Project } from './project.entity.js';
import { ProjectConnection, ProjectObject } from './project.object.js';
import { PROJECT_READS, PROJECTS } from './project.reads.js';

/** How projects are found, and what hangs on one. */
@Resolver(() => ProjectObject)
export class ProjectListResolver {
  constructor(private readonly reader: Reader) {}

  @AnyPost()
  @Query(() => ProjectConnection, {
    description:
      'The list of projects (项目清单): those that your networks have taken, and your unit’s in every state; for a committee also those proposed to it.',
  })
  projects(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: ProjectFilter,
    @Args('orderBy', {
      type: () => ProjectOrder,
      defaultValue: ProjectOrder.POSTED_AT_DESC,
      description: 'In which order.',
    })
    orderBy: ProjectOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, PROJECTS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => ProjectObject, {
    nullable: true,
    description: 'One project; null alike for what does not exist and for what you may not see.',
  })
  project(
    @IdArg('Project') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, PROJECT_READS, (row) => sql`${row.id} = ${id}`);
  }

  @ResolveField(() => ProjectNoteConnection, {
    description: 'How far it has come, in the words of its units. Newest first.',
  })
  notes(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => BookingConnection, {
    description: 'What was booked for it, as far as you may see it. In the order of time.',
  })
  bookings(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description: 'The project in plain Chinese for a group chat; never with contacts or phones.',
  })
  chatText(@Parent() project: Project, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeProjectChat(tx, project));
  }
}
