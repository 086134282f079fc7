import { Allow, OnBehalf, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ProjectResult } from '../project/project.object.js';
import {
  AnswerProjectHostArgs,
  AskProjectHostArgs,
  LeaveProjectArgs,
  ProjectHostStep,
} from './project-host.inputs.js';
import { ProjectHostObject } from './project-host.object.js';
import { ProjectHostService } from './project-host.service.js';

@Resolver(() => ProjectHostObject)
export class ProjectHostResolver {
  constructor(private readonly service: ProjectHostService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description: 'Its lead or the committee asks a unit of the network to take part. At most 20 units do.',
  })
  askProjectHost(@Args() { id, version, unitId }: AskProjectHostArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.ask(tx, id, version, unitId));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => ProjectResult, {
    description: 'A unit that was asked says whether it takes part.',
  })
  answerProjectHost(
    @Args() { id, version, accept, reason = null }: AnswerProjectHostArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.answer(tx, id, version, { accept, reason }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description: 'The lead or the committee no longer asks a unit that has not answered.',
  })
  withdrawProjectHost(@Args() { id, version }: ProjectHostStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description:
      'A unit takes part no longer, with the reason; its steps that are not done fall to the lead. A lead first hands the lead to another.',
  })
  leaveProject(@Args() { id, version, reason }: LeaveProjectArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.leave(tx, id, version, reason));
  }
}
