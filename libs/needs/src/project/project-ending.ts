import { found } from '#graphql';
import { type Belonging, type EndingThing, MembershipEvents, Network } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { HostState, ProjectHost } from '../host/project-host.entity.js';
import { ProjectHosts } from '../host/project-hosts.js';
import { Need } from '../need/need.entity.js';
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
    this.memberships.onEnding({
      list: (tx, of) => this.listEnding(tx, of),
      clearUp: (tx, { unitId, networkId }) => this.endMembership(tx, unitId, networkId),
    });
  }

  /** Its ideas, and its part in projects that go on without it. */
  private async listEnding(tx: TenantTransaction, { unitId, networkId }: Belonging): Promise<EndingThing[]> {
    const live = await tx.manager.findBy(Project, { regionId: tx.regionId, networkId, endedAt: IsNull() });
    const hosted = await this.listHosted(tx, unitId, networkId);
    return live.flatMap(({ id, unitId: ofUnit, leadUnitId, state }) => {
      const thing = { thingType: 'Project', thingId: id, startsAt: null };
      if (ofUnit === unitId && IDEA_STATES.includes(state)) return [{ ...thing, part: 'Project' }];
      if (leadUnitId === unitId) return [{ ...thing, part: 'ProjectLead' }];
      return hosted.some(({ projectId }) => projectId === id) ? [{ ...thing, part: 'ProjectHost' }] : [];
    });
  }

  /** In the transaction of the committee that ends it. Locks the projects by id, before their needs. */
  private async endMembership(tx: TenantTransaction, unitId: string, networkId: string): Promise<void> {
    const { convenerUnitId } = found(await tx.find(Network, networkId));
    for (const id of await this.listTouched(tx, unitId, networkId)) {
      const project = await this.lock(tx, unitId, id);
      // What it has done in those that have ended stays; the need alone may still await its word.
      if (project?.endedAt === null) await this.leave(tx, project, unitId, convenerUnitId);
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

  /** Those that have not ended and that it started as an idea, leads, takes part in, or has the need of. */
  private async listTouched(tx: TenantTransaction, unitId: string, networkId: string): Promise<string[]> {
    const { regionId } = tx;
    const live = { regionId, networkId, endedAt: IsNull() };
    const own = await tx.asUnit(unitId, () =>
      tx.manager.findBy(Project, [
        { ...live, leadUnitId: unitId },
        { ...live, unitId, state: In([...IDEA_STATES]) },
      ]),
    );
    const hosts = await this.listHosted(tx, unitId, networkId);
    const needs = await tx.manager.findBy(Need, { regionId, networkId, unitId, projectId: Not(IsNull()) });
    const others = [...hosts, ...needs].flatMap(({ projectId }) => projectId ?? []);
    return [...new Set([...own.map(({ id }) => id), ...others])].toSorted();
  }

  private listHosted(tx: TenantTransaction, unitId: string, networkId: string): Promise<ProjectHost[]> {
    const state = In([HostState.ASKED, HostState.ACCEPTED]);
    return tx.manager.findBy(ProjectHost, { regionId: tx.regionId, networkId, unitId, state });
  }
}
