import { ApiError, expectState, expectVersion, found, refuseState } from '#graphql';
import { expectTakesPart, holdMembers, notMember } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { ClaimPlaces } from '../claim/claim-places.js';
import { NeedRepository } from '../need/need.repository.js';
import { Project } from '../project/project.entity.js';
import { convenes, leads, WORKING_STATES } from '../project/project.policy.js';
import { ProjectRepository } from '../project/project.repository.js';
import { HOST_STATES, PROJECT_STATES, PROJECT_WORDS } from '../project/project.words.js';
import { ProjectSteps } from '../step/project-steps.js';
import { HostState, ProjectHost } from './project-host.entity.js';
import { newHost, ProjectHosts } from './project-hosts.js';

const { ASKED, ACCEPTED, DECLINED, WITHDRAWN, LEFT } = HostState;
const MOST_HOSTS = 20;

/** Units are asked to take part in a project and say yes or no. Each step locks the project first. */
@Injectable()
export class ProjectHostService {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly hosts: ProjectHosts,
    private readonly steps: ProjectSteps,
    private readonly needs: NeedRepository,
    private readonly places: ClaimPlaces,
  ) {}

  /** By the lead or the committee. */
  async ask(tx: TenantTransaction, id: string, version: number, unitId: string): Promise<Project> {
    const { networkId } = found(await tx.find(Project, id));
    const members = await holdMembers(tx, networkId, [unitId]);
    const project = await this.projects.takeVersion(tx, id, version);
    expectLeadOrCommittee(tx, project);
    expectState(project, WORKING_STATES, PROJECT_STATES);
    if (unitId === project.leadUnitId) throw badUnit(PROJECT_WORDS.isLead);
    if (!members.has(unitId)) throw notMember('unitId');
    if (await this.hosts.findLive(tx, project, unitId)) {
      refuseState(project, PROJECT_WORDS.isHost);
    }
    await this.expectRoom(tx, project);
    await tx.insert(ProjectHost, newHost(tx, project, unitId, ASKED));
    return this.projects.touch(tx, project);
  }

  /** A yes makes it a unit of the project; a no stays between it, the lead and the committee, and may become a yes. */
  async answer(
    tx: TenantTransaction,
    id: string,
    version: number,
    { accept, reason }: { accept: boolean; reason: string | null },
  ): Promise<Project> {
    const { networkId } = await this.findOwn(tx, id);
    await expectTakesPart(tx, [networkId]);
    const { host, project } = await this.take(tx, id, version, ...(accept ? [ASKED, DECLINED] : [ASKED]));
    if (host.state === DECLINED) await this.expectAbsent(tx, project, host.unitId);
    const answer = accept
      ? { state: ACCEPTED, acceptedAt: tx.now, settledAt: null, reason: null }
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

  /** It takes part no longer; what it had still to do falls to the lead, and what it had claimed is given up. */
  async leave(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Project> {
    await this.findOwn(tx, id);
    const { host, project } = await this.take(tx, id, version, ACCEPTED);
    for (const { id: needId } of await this.projects.listNeeds(tx, project))
      await this.places.release(tx, await this.needs.take(tx, needId), host.unitId, reason);
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
    ...states: HostState[]
  ): Promise<{ host: ProjectHost; project: Project }> {
    const { projectId } = found(await tx.find(ProjectHost, id));
    const project = await this.projects.take(tx, projectId);
    const host = found(await tx.lock(ProjectHost, id));
    expectVersion(host, version);
    expectState(host, states, HOST_STATES);
    expectState(project, WORKING_STATES, PROJECT_STATES);
    return { host, project };
  }

  /** It has said no, and neither leads since nor was asked anew; there is room for it. */
  private async expectAbsent(tx: TenantTransaction, project: Project, unitId: string): Promise<void> {
    const isLead = project.leadUnitId === unitId;
    if (isLead || (await this.hosts.findLive(tx, project, unitId))) {
      refuseState(project, isLead ? PROJECT_WORDS.isLead : PROJECT_WORDS.isHost);
    }
    await this.expectRoom(tx, project, 'id');
  }

  private async expectRoom(tx: TenantTransaction, project: Project, path = 'unitId'): Promise<void> {
    if ((await this.hosts.countLive(tx, project)) < MOST_HOSTS) return;
    throw ApiError.badInput([{ path, message: PROJECT_WORDS.tooManyHosts }]);
  }
}

function expectLeadOrCommittee(tx: TenantTransaction, project: Project): void {
  if (!leads(tx, project) && !convenes(tx, project)) throw ApiError.forbidden();
}

function badUnit(message: (typeof PROJECT_WORDS)['isLead']): ApiError {
  return ApiError.badInput([{ path: 'unitId', message }]);
}
