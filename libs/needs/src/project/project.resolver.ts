import { Allow, CanBeTried, OnBehalf, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  NameLeadArgs,
  ProjectReasonArgs,
  ProjectResultArgs,
  ProjectStepArgs,
  StartProjectInput,
  UpdateProjectInput,
} from './project.inputs.js';
import { ProjectLife } from './project-life.js';
import { ProjectObject, ProjectResult } from './project.object.js';
import { ProjectService } from './project.service.js';
import { ProjectStart } from './project-start.js';

@Resolver(() => ProjectObject)
export class ProjectResolver {
  constructor(
    private readonly starting: ProjectStart,
    private readonly service: ProjectService,
    private readonly life: ProjectLife,
  ) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => ProjectResult, {
    description:
      'Takes on needs that were claimed: by one of the units that claimed them or the committee; all of these units take part. Without needs it is an idea: the committee’s is taken at once, that of another unit is proposed to the committee.',
  })
  startProject(
    @Args('input', { description: 'What is taken on, and who leads it.' }) input: StartProjectInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.starting.start(tx, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description:
      'Says anew what it is: until it is taken whoever started it, then its lead or the committee, until its result is filed.',
  })
  updateProject(
    @Args() { id, version }: ProjectStepArgs,
    @Args('input', { description: 'What changes.' }) input: UpdateProjectInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => ProjectResult, {
    description: 'The committee takes a proposed idea: from now on all units of the network read it.',
  })
  takeProject(@Args() { id, version }: ProjectStepArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.take(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ProjectResult, {
    description: 'The committee sends a proposed idea back to its unit, with a reason.',
  })
  returnProject(@Args() { id, version, reason }: ProjectReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.sendBack(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description: 'Its unit puts an idea that was returned before the committee anew.',
  })
  proposeProject(@Args() { id, version }: ProjectStepArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.propose(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description: 'Its unit takes back an idea that the committee has not taken.',
  })
  withdrawProject(@Args() { id, version }: ProjectStepArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description:
      'Hands the lead to a unit that takes part: by the lead or the committee, which may also take it itself. Who led takes part from then on.',
  })
  nameProjectLead(@Args() { id, version, unitId }: NameLeadArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.nameLead(tx, id, version, unitId));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => ProjectResult, {
    description: 'Its lead says that work has begun, on the project and on its needs.',
  })
  beginProject(@Args() { id, version }: ProjectStepArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.life.begin(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => ProjectResult, {
    description:
      'Its lead files what came of it. Its needs are answered with it, and it closes when each of those who had them has closed theirs.',
  })
  fileProjectResult(
    @Args() { id, version, result, heads = null, hours = null }: ProjectResultArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.life.fileResult(tx, id, version, { result, heads, hours }));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ProjectResult, {
    description:
      'The committee says that what came from an idea is done. A project with needs closes with the word of those who had them.',
  })
  closeProject(@Args() { id, version }: ProjectStepArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.close(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ProjectResult, {
    description:
      'The committee says that what came from an idea is not done, with the reason: it goes on. A project with needs is opened again with them.',
  })
  reopenProject(@Args() { id, version, reason }: ProjectReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.reopen(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => ProjectResult, {
    description:
      'Its lead or the committee gives it up, with the reason: its needs are open to all units again, and what is booked ahead for it is cancelled in the same act.',
  })
  stopProject(@Args() { id, version, reason }: ProjectReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.life.stop(tx, id, version, reason));
  }
}
