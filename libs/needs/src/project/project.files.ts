import type { FileCarrier } from '#files';
import type { TenantTransaction } from '#tenancy';
import type { ProjectHosts } from '../host/project-hosts.js';
import { Project } from './project.entity.js';
import { convenes } from './project.policy.js';
import { projectFileAudience, type ProjectRepository } from './project.repository.js';

/** Whether it takes part stands in rows of its own, so that it is looked up together with the project. */
type Carrier = Project & { readonly isOurs: boolean };

/** What its units and the committee prove and show of it, read by those who read the project. */
export function projectFiles(projects: ProjectRepository, hosts: ProjectHosts): FileCarrier<Carrier> {
  const asCarrier = async (tx: TenantTransaction, project: Project | null): Promise<Carrier | null> => {
    if (!project) return null;
    const { unitId } = tx.actor;
    const isOurs = convenes(tx, project) || (await hosts.takesPart(tx, project, unitId));
    return Object.assign(project, { isOurs });
  };
  return {
    type: 'Project',
    find: async (tx, id) => asCarrier(tx, await tx.find(Project, id)),
    hold: async (tx, id) => asCarrier(tx, (await tx.find(Project, id)) && (await projects.take(tx, id))),
    mayChange: (_tx, { isOurs }) => isOurs,
    audienceOf: projectFileAudience,
  };
}
