import { refuseState } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { ProjectHosts } from '../host/project-hosts.js';
import { Need, NeedState } from '../need/need.entity.js';
import { NeedProjects } from '../need/need-projects.js';
import { Project, ProjectState } from './project.entity.js';
import { LIVE_STATES, withWord } from './project.policy.js';
import { ProjectRepository } from './project.repository.js';
import { PROJECT_WORDS } from './project.words.js';

const { IN_PROGRESS, ANSWERED, CLOSED } = ProjectState;

/** What follows for a project from the word of those who had its needs; by rule, with the rights of the committee. */
@Injectable()
export class ProjectFollowUp extends NeedProjects {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly hosts: ProjectHosts,
  ) {
    super();
  }

  async hold(tx: TenantTransaction, needId: string): Promise<void> {
    const need = await tx.find(Need, needId);
    if (need) await this.take(tx, need);
  }

  async workOn(tx: TenantTransaction, { projectId }: Need): Promise<boolean> {
    const project = projectId === null ? null : await tx.find(Project, projectId);
    return project !== null && LIVE_STATES.includes(project.state);
  }

  async expectNone(tx: TenantTransaction, need: Need): Promise<void> {
    if (!(await this.workOn(tx, need))) return;
    refuseState(need, PROJECT_WORDS.throughProject);
  }

  async joined(tx: TenantTransaction, need: Need, unitId: string): Promise<void> {
    const project = await this.take(tx, need);
    if (project && LIVE_STATES.includes(project.state)) await this.hosts.join(tx, project, [unitId]);
  }

  async dropped(tx: TenantTransaction, need: Need): Promise<void> {
    await this.closed(tx, need);
  }

  async closed(tx: TenantTransaction, need: Need): Promise<void> {
    const project = await this.take(tx, need);
    if (project) await this.closeIfAllAgree(tx, project);
  }

  async reopened(tx: TenantTransaction, need: Need, reason: string): Promise<void> {
    const project = await this.take(tx, need);
    if (project?.state !== ANSWERED && project?.state !== CLOSED) return;
    await this.projects.change(tx, project, {
      state: IN_PROGRESS,
      answeredAt: null,
      endedAt: null,
      reopenings: project.reopenings + 1,
      reason,
    });
  }

  /** It closes when no word is awaited and at least one was said; where nobody is left to say one, the committee closes it. */
  async closeIfAllAgree(tx: TenantTransaction, project: Project): Promise<Project> {
    if (project.state !== ANSWERED) return project;
    const needs = withWord(await this.projects.listNeeds(tx, project));
    if (needs.length === 0 || needs.some(({ state }) => state !== NeedState.CLOSED)) return project;
    return this.projects.change(tx, project, { state: CLOSED, endedAt: tx.now, reason: null });
  }

  private async take(
    tx: TenantTransaction,
    { projectId, networkId }: Pick<Need, 'projectId' | 'networkId'>,
  ): Promise<Project | null> {
    if (projectId === null) return null;
    return asCommittee(tx, networkId, () => tx.lock(Project, projectId));
  }
}
