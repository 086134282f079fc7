import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Project } from '../project/project.entity.js';
import { HostState, ProjectHost } from './project-host.entity.js';

const { ASKED, ACCEPTED, LEADING, WITHDRAWN, LEFT } = HostState;
const LIVE = [ASKED, ACCEPTED, LEADING];

/** Which units take part in a project, as follows by rule from what was claimed, handed over and left; with its project locked. */
@Injectable()
export class ProjectHosts {
  /** Whether it leads or takes part. */
  async takesPart(tx: TenantTransaction, project: Project, unitId: string): Promise<boolean> {
    if (project.leadUnitId === unitId) return true;
    return (await this.findLive(tx, project, unitId))?.state === ACCEPTED;
  }

  /** Its row while it is asked or takes part; that it is asked, others than the lead and the committee do not find. */
  findLive(tx: TenantTransaction, { id: projectId }: Project, unitId: string): Promise<ProjectHost | null> {
    const where = { regionId: tx.regionId, projectId, unitId, state: In(LIVE) };
    return tx.manager.findOneBy(ProjectHost, where);
  }

  /** Those who have claimed what it takes on are in it without being asked. */
  async join(tx: TenantTransaction, project: Project, unitIds: readonly string[]): Promise<void> {
    const beside = [...new Set(unitIds)].filter((id) => id !== project.leadUnitId);
    await asCommittee(tx, project.networkId, async () => {
      const live = await this.listLive(tx, project);
      const asked = live.filter(({ unitId, state }) => state === ASKED && beside.includes(unitId));
      await tx.updateAll(ProjectHost, asked, () => ({ state: ACCEPTED, acceptedAt: tx.now }));
      const fresh = beside.filter((id) => !live.some(({ unitId }) => unitId === id));
      await tx.insertAll(
        ProjectHost,
        fresh.map((unitId) => newHost(tx, project, unitId, ACCEPTED)),
      );
    });
  }

  /** Who led takes part from now on, unless it leaves. */
  async handLead(
    tx: TenantTransaction,
    project: Project,
    to: string,
    from: 'STAYS' | 'LEAVES' = 'STAYS',
  ): Promise<void> {
    await asCommittee(tx, project.networkId, async () => {
      const all = await this.listAll(tx, project);
      await tx.changeAll(ProjectHost, all, () => ({ leadUnitId: to }));
      const live = await this.listLive(tx, project);
      await this.settle(tx, live, to, LEADING);
      await this.settle(tx, live, project.leadUnitId, from === 'STAYS' ? ACCEPTED : LEFT);
      const hadRow = live.some(({ unitId }) => unitId === project.leadUnitId);
      if (hadRow || from === 'LEAVES') return;
      const { id, networkId, leadUnitId: former } = project;
      await tx.insert(ProjectHost, newHost(tx, { id, networkId, leadUnitId: to }, former, ACCEPTED));
    });
  }

  /** Nobody is awaited any more: its result is filed, or it was stopped. */
  async dropAsked(tx: TenantTransaction, project: Project): Promise<void> {
    await asCommittee(tx, project.networkId, async () => {
      const asked = (await this.listLive(tx, project)).filter(({ state }) => state === ASKED);
      await tx.updateAll(ProjectHost, asked, () => ({ state: WITHDRAWN, settledAt: tx.now }));
    });
  }

  /** Of a unit that leaves the network: whether it took part or was only asked. */
  async leave(tx: TenantTransaction, project: Project, unitId: string): Promise<void> {
    await asCommittee(tx, project.networkId, async () => {
      const host = await this.findLive(tx, project, unitId);
      if (!host) return;
      const state = host.state === ASKED ? WITHDRAWN : LEFT;
      await tx.update(ProjectHost, host, { state, settledAt: tx.now });
    });
  }

  async countLive(tx: TenantTransaction, project: Project): Promise<number> {
    return (await asCommittee(tx, project.networkId, () => this.listLive(tx, project))).length;
  }

  private async settle(
    tx: TenantTransaction,
    live: readonly ProjectHost[],
    unitId: string,
    state: HostState,
  ): Promise<void> {
    const rows = live.filter((host) => host.unitId === unitId);
    const settledAt = state === LEFT ? tx.now : null;
    await tx.updateAll(ProjectHost, rows, ({ acceptedAt }) => ({
      state,
      settledAt,
      acceptedAt: acceptedAt ?? tx.now,
    }));
  }

  private listLive(tx: TenantTransaction, { id: projectId }: Project): Promise<ProjectHost[]> {
    const where = { regionId: tx.regionId, projectId, state: In(LIVE) };
    return tx.manager.find(ProjectHost, { where, order: { id: 'ASC' } });
  }

  private listAll(tx: TenantTransaction, { id: projectId }: Project): Promise<ProjectHost[]> {
    return tx.manager.find(ProjectHost, {
      where: { regionId: tx.regionId, projectId },
      order: { id: 'ASC' },
    });
  }
}

/** As it is asked, or takes part by what it has claimed. */
export function newHost(
  tx: TenantTransaction,
  { id: projectId, networkId, leadUnitId }: Pick<Project, 'id' | 'networkId' | 'leadUnitId'>,
  unitId: string,
  state: HostState.ASKED | HostState.ACCEPTED,
): Omit<ProjectHost, 'regionId'> {
  return {
    id: tx.newId(),
    projectId,
    networkId,
    leadUnitId,
    unitId,
    state,
    askedAt: tx.now,
    acceptedAt: state === ACCEPTED ? tx.now : null,
    settledAt: null,
    reason: null,
    version: 1,
  };
}
