import { found } from '#graphql';
import { MembershipEvents, Network } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { HostState, ProjectHost } from '../host/project-host.entity.js';
import { ProjectHosts } from '../host/project-hosts.js';
import { ProjectSteps } from '../step/project-steps.js';
import { Project, ProjectState } from './project.entity.js';
import { IDEA_STATES } from './project.policy.js';
import { ProjectRepository } from './project.repository.js';

/** What becomes of projects when a unit leaves their network: none is without a lead, and no step without a unit. */
@Injectable()
export class ProjectEnding implements OnModuleInit {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly hosts: ProjectHosts,
    private readonly steps: ProjectSteps,
    private readonly memberships: MembershipEvents,
  ) {}

  /** Before the module registers what follows for needs and claims, as they are locked everywhere. */
  onModuleInit(): void {
    this.memberships.onEnding(async (tx, { unitId, networkId }) => {
      if (unitId) await this.endMembership(tx, unitId, networkId);
    });
  }

  /** In the transaction of the committee that ends it. Locks the projects by id, before their needs. */
  private async endMembership(tx: TenantTransaction, unitId: string, networkId: string): Promise<void> {
    const { convenerUnitId } = found(await tx.find(Network, networkId));
    for (const id of await this.listTouched(tx, unitId, networkId)) {
      const project = await this.lock(tx, unitId, id);
      if (project) await this.leave(tx, project, unitId, convenerUnitId);
    }
  }

  /** What was returned is read by its unit alone; what it only takes part in is not its to write. */
  private async lock(tx: TenantTransaction, unitId: string, id: string): Promise<Project | null> {
    return (await tx.lock(Project, id)) ?? tx.asUnit(unitId, () => tx.lock(Project, id));
  }

  private async leave(
    tx: TenantTransaction,
    project: Project,
    unitId: string,
    convenerUnitId: string,
  ): Promise<void> {
    if (IDEA_STATES.includes(project.state)) {
      const withdrawn = { state: ProjectState.WITHDRAWN, endedAt: tx.now };
      await tx.asUnit(project.unitId, () => tx.update(Project, project, { ...withdrawn, updatedAt: tx.now }));
      return;
    }
    if (project.leadUnitId !== unitId) {
      await this.hosts.leave(tx, project, unitId);
      await this.steps.handOver(tx, project, unitId, project.leadUnitId);
      return;
    }
    await this.hosts.handLead(tx, project, convenerUnitId, 'LEAVES');
    await this.steps.handOver(tx, project, unitId, convenerUnitId);
    await this.projects.change(tx, project, { leadUnitId: convenerUnitId });
  }

  /** Those that have not ended and that it started as an idea, leads, or takes part in. */
  private async listTouched(tx: TenantTransaction, unitId: string, networkId: string): Promise<string[]> {
    const { regionId } = tx;
    const live = { regionId, networkId, endedAt: IsNull() };
    const own = await tx.asUnit(unitId, () =>
      tx.manager.findBy(Project, [
        { ...live, leadUnitId: unitId },
        { ...live, unitId, state: In([...IDEA_STATES]) },
      ]),
    );
    const hosts = await tx.manager.findBy(ProjectHost, {
      regionId,
      networkId,
      unitId,
      state: In([HostState.ASKED, HostState.ACCEPTED]),
    });
    const ids = [...own.map(({ id }) => id), ...hosts.map(({ projectId }) => projectId)];
    return [...new Set(ids)].toSorted();
  }
}
