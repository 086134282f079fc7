import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Project } from '../project/project.entity.js';
import { HostState, ProjectHost } from './project-host.entity.js';

/** A unit that answers for a project, or takes part in it now. */
export interface ProjectUnit {
  readonly projectId: string;
  readonly unitId: string;
  readonly part: 'LEAD' | 'CO_HOST';
}

/** Leads and co-hosts of these projects, as far as the actor reads them. */
export async function listProjectUnits(
  tx: TenantTransaction,
  projectIds: readonly string[],
): Promise<ProjectUnit[]> {
  const { regionId } = tx;
  const projects = await tx.manager.findBy(Project, { regionId, id: In([...projectIds]) });
  const taking = { regionId, projectId: In([...projectIds]), state: HostState.ACCEPTED };
  const hosts = await tx.manager.findBy(ProjectHost, taking);
  return [
    ...projects.map(({ id, leadUnitId }) => ({ projectId: id, unitId: leadUnitId, part: 'LEAD' as const })),
    ...hosts.map(({ projectId, unitId }) => ({ projectId, unitId, part: 'CO_HOST' as const })),
  ];
}
