import { Allow, IdArg, OnBehalf, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ProjectResult } from '../project/project.object.js';
import {
  AddProjectStepInput,
  FinishProjectStepArgs,
  MoveProjectStepArgs,
  ProjectStepStep,
  UpdateProjectStepInput,
} from './project-step.inputs.js';
import { ProjectStepObject } from './project-step.object.js';
import { ProjectStepService } from './project-step.service.js';

const KEEPERS = 'by its lead, the committee or the unit that does it';

@Resolver(() => ProjectStepObject)
export class ProjectStepResolver {
  constructor(private readonly service: ProjectStepService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description: `Adds a step to a project, ${KEEPERS}. At most 50.`,
  })
  addProjectStep(
    @IdArg('Project', 'projectId') projectId: string,
    @Args('input', { description: 'What is done, by whom and by which day.' }) input: AddProjectStepInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.add(tx, projectId, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description: `Changes a step, ${KEEPERS}; who does it, the lead and the committee alone.`,
  })
  updateProjectStep(
    @Args() { id, version }: ProjectStepStep,
    @Args('input', { description: 'What changes.' }) input: UpdateProjectStepInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description: `Gives a step another place among the steps, ${KEEPERS}.`,
  })
  moveProjectStep(@Args() { id, version, place }: MoveProjectStepArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.move(tx, id, version, place));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description: `Takes a step out, ${KEEPERS}.`,
  })
  removeProjectStep(@Args() { id, version }: ProjectStepStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.remove(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => ProjectResult, {
    description: `Says that a step is done, ${KEEPERS}.`,
  })
  finishProjectStep(
    @Args() { id, version, note = null }: FinishProjectStepArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.finish(tx, id, version, note));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description: `Says that a step is not done after all, ${KEEPERS}.`,
  })
  unfinishProjectStep(@Args() { id, version }: ProjectStepStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.unfinish(tx, id, version));
  }
}
