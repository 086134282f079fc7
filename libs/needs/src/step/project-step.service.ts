import { ApiError, expectState, expectVersion, found, Refused, WrongState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { ProjectHosts } from '../host/project-hosts.js';
import type { Project } from '../project/project.entity.js';
import { convenes, leads, WORKING_STATES } from '../project/project.policy.js';
import { ProjectRepository } from '../project/project.repository.js';
import { PROJECT_STATES, PROJECT_WORDS } from '../project/project.words.js';
import { ProjectStep } from './project-step.entity.js';
import type { AddProjectStepInput, UpdateProjectStepInput } from './project-step.inputs.js';
import { ProjectSteps } from './project-steps.js';

const MOST_STEPS = 50;

/** What a project does by which day: kept by its lead, by the unit that does it and by the committee, with the project locked. */
@Injectable()
export class ProjectStepService {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly hosts: ProjectHosts,
    private readonly steps: ProjectSteps,
  ) {}

  /** At the end. A unit of the project adds its own; its lead and the committee those of all. */
  async add(tx: TenantTransaction, projectId: string, input: AddProjectStepInput): Promise<Project> {
    const project = await this.projects.take(tx, projectId);
    await this.expectMayKeep(tx, project, input.unitId);
    expectState(project, WORKING_STATES, PROJECT_STATES);
    await this.expectOfProject(tx, project, input.unitId);
    const steps = await this.steps.list(tx, project);
    if (steps.length >= MOST_STEPS) {
      throw ApiError.badInput([{ path: 'projectId', message: PROJECT_WORDS.tooManySteps }]);
    }
    const { unitId, title, dueOn } = input;
    await this.steps.add(tx, project, { unitId, title, dueOn, place: steps.length + 1 });
    return this.projects.touch(tx, project);
  }

  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    { unitId, title, dueOn }: UpdateProjectStepInput,
  ): Promise<Project> {
    const { project, step } = await this.take(tx, id, version);
    if (unitId && unitId !== step.unitId) {
      if (!leads(tx, project) && !convenes(tx, project)) throw ApiError.forbidden();
      await this.expectOfProject(tx, project, unitId);
    }
    await this.steps.change(tx, step, {
      unitId: unitId ?? step.unitId,
      title: title ?? step.title,
      dueOn: dueOn ?? step.dueOn,
    });
    return this.projects.touch(tx, project);
  }

  /** The others close up. */
  async move(tx: TenantTransaction, id: string, version: number, place: number): Promise<Project> {
    const { project, step } = await this.take(tx, id, version);
    const steps = (await this.steps.list(tx, project)).filter((other) => other.id !== step.id);
    steps.splice(place - 1, 0, step);
    await this.steps.arrange(tx, steps);
    return this.projects.touch(tx, project);
  }

  async remove(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const { project, step } = await this.take(tx, id, version);
    await this.steps.remove(tx, step);
    await this.steps.arrange(tx, await this.steps.list(tx, project));
    return this.projects.touch(tx, project);
  }

  async finish(tx: TenantTransaction, id: string, version: number, note: string | null): Promise<Project> {
    const { project, step } = await this.take(tx, id, version);
    if (step.doneAt) throw new Refused(new WrongState(project.state, PROJECT_WORDS.stepIsDone));
    await this.steps.change(tx, step, { doneAt: tx.now, doneNote: note });
    return project;
  }

  async unfinish(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const { project, step } = await this.take(tx, id, version);
    if (!step.doneAt) throw new Refused(new WrongState(project.state, PROJECT_WORDS.stepIsOpen));
    await this.steps.change(tx, step, { doneAt: null, doneNote: null });
    return project;
  }

  private async take(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ project: Project; step: ProjectStep }> {
    const { projectId } = found(await tx.find(ProjectStep, id));
    const project = await this.projects.take(tx, projectId);
    const step = found(await tx.find(ProjectStep, id));
    await this.expectMayKeep(tx, project, step.unitId);
    expectVersion(step, version);
    expectState(project, WORKING_STATES, PROJECT_STATES);
    return { project, step };
  }

  private async expectMayKeep(tx: TenantTransaction, project: Project, unitId: string): Promise<void> {
    if (leads(tx, project) || convenes(tx, project)) return;
    const isOwn = unitId === tx.actor.unitId && (await this.hosts.takesPart(tx, project, unitId));
    if (!isOwn) throw ApiError.forbidden();
  }

  private async expectOfProject(tx: TenantTransaction, project: Project, unitId: string): Promise<void> {
    const isOurs = convenes(tx, project) && unitId === tx.actor.unitId;
    if (isOurs || (await this.hosts.takesPart(tx, project, unitId))) return;
    throw ApiError.badInput([{ path: 'input.unitId', message: PROJECT_WORDS.stepByOthers }]);
  }
}
