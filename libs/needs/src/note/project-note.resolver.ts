import { Allow, OnBehalf, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ProjectResult } from '../project/project.object.js';
import { NoteProjectProgressArgs } from './project-note.inputs.js';
import { ProjectNoteObject } from './project-note.object.js';
import { ProjectNoteService } from './project-note.service.js';

@Resolver(() => ProjectNoteObject)
export class ProjectNoteResolver {
  constructor(private readonly service: ProjectNoteService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => ProjectResult, {
    description:
      'A unit of the project, or the committee, says how far it has come. A note is never changed.',
  })
  noteProjectProgress(
    @Args() { projectId, text }: NoteProjectProgressArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.add(tx, projectId, text));
  }
}
