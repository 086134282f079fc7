import { ApiError, expectState, expectVersion, found, Refused, WrongState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Project } from '../project/project.entity.js';
import { holdMembers } from '../project/project-members.js';
import { convenes, leads, WORKING_STATES } from '../project/project.policy.js';
import { ProjectRepository } from '../project/project.repository.js';
import { HOST_STATES, PROJECT_STATES, PROJECT_WORDS } from '../project/project.words.js';
import { ProjectSteps } from '../step/project-steps.js';
import { HostState, ProjectHost } from './project-host.entity.js';
import { newHost, ProjectHosts } from './project-hosts.js';

const { ASKED, ACCEPTED, DECLINED, WITHDRAWN, LEFT } = HostState;
const MOST_HOSTS = 20;

/** Units are asked to take part in a project and say yes or no. Each step locks the project, then the row of the unit. */
@Injectable()
export class ProjectHostService {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly hosts: ProjectHosts,
    private readonly steps: ProjectSteps,
  ) {}

  /** By the lead or the committee. */
  async ask(tx: TenantTransaction, id: string, version: number, unitId: string): Promise<Project> {
    const { networkId } = found(await tx.find(Project, id));
    const members = await holdMembers(tx, networkId, [unitId]);
    const project = await this.projects.takeVersion(tx, id, version);
    expectLeadOrCommittee(tx, project);
    expectState(project, WORKING_STATES, PROJECT_STATES);
    if (unitId === project.leadUnitId) throw badUnit(PROJECT_WORDS.isLead);
    if (!members.has(unitId)) throw badUnit(PROJECT_WORDS.noSuchUnit);
    if (await this.hosts.findLive(tx, project, unitId)) {
      throw new Refused(new WrongState(project.state, PROJECT_WORDS.isHost));
    }
    await this.expectRoom(tx, project);
    await tx.insert(ProjectHost, newHost(tx, project, unitId, ASKED));
    return this.projects.touch(tx, project);
  }

  /** A yes makes it a unit of the project; a no stays between it, the lead and the committee. */
  async answer(
    tx: TenantTransaction,
    id: string,
    version: number,
    { accept, reason }: { accept: boolean; reason: string | null },
  ): Promise<Project> {
    const { networkId } = await this.findOwn(tx, id);
    await expectTakesPart(tx, [networkId]);
    const { host, project } = await this.take(tx, id, version, ASKED);
    const answer = accept
      ? { state: ACCEPTED, acceptedAt: tx.now }
      : { state: DECLINED, settledAt: tx.now, reason };
    await tx.update(ProjectHost, host, answer);
    return project;
  }

  /** The lead or the committee asks no longer. */
  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const { projectId } = found(await tx.find(ProjectHost, id));
    expectLeadOrCommittee(tx, found(await tx.find(Project, projectId)));
    const { host, project } = await this.take(tx, id, version, ASKED);
    expectLeadOrCommittee(tx, project);
    await tx.update(ProjectHost, host, { state: WITHDRAWN, settledAt: tx.now });
    return project;
  }

  /** It takes part no longer; what it had still to do falls to the lead. */
  async leave(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Project> {
    await this.findOwn(tx, id);
    const { host, project } = await this.take(tx, id, version, ACCEPTED);
    await tx.update(ProjectHost, host, { state: LEFT, settledAt: tx.now, reason });
    await this.steps.handOver(tx, project, host.unitId, project.leadUnitId);
    return this.projects.touch(tx, project);
  }

  private async findOwn(tx: TenantTransaction, id: string): Promise<ProjectHost> {
    const host = found(await tx.find(ProjectHost, id));
    if (host.unitId !== tx.actor.unitId) throw ApiError.forbidden();
    return host;
  }

  private async take(
    tx: TenantTransaction,
    id: string,
    version: number,
    state: HostState,
  ): Promise<{ host: ProjectHost; project: Project }> {
    const { projectId } = found(await tx.find(ProjectHost, id));
    const project = await this.projects.take(tx, projectId);
    const host = found(await tx.lock(ProjectHost, id));
    expectVersion(host, version);
    expectState(host, [state], HOST_STATES);
    expectState(project, WORKING_STATES, PROJECT_STATES);
    return { host, project };
  }

  private async expectRoom(tx: TenantTransaction, project: Project): Promise<void> {
    if ((await this.hosts.countLive(tx, project)) < MOST_HOSTS) return;
    throw badUnit(PROJECT_WORDS.tooManyHosts);
  }
}

function expectLeadOrCommittee(tx: TenantTransaction, project: Project): void {
  if (!leads(tx, project) && !convenes(tx, project)) throw ApiError.forbidden();
}

function badUnit(message: (typeof PROJECT_WORDS)['isLead']): ApiError {
  return ApiError.badInput([{ path: 'unitId', message }]);
}
