import { FileService, type Audience } from '#files';
import { expectVersion, found } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Need } from '../need/need.entity.js';
import { Project, projectAudience } from './project.entity.js';

type ProjectChanges = Partial<Omit<Project, 'regionId' | 'id' | 'version'>>;

/** The way to rows of projects that are about to change: others than its starter move one with the committee's rights. */
@Injectable()
export class ProjectRepository {
  constructor(private readonly files: FileService) {}

  /** Locked as it is now; NOT_FOUND for what the actor does not see. */
  async take(tx: TenantTransaction, id: string): Promise<Project> {
    const seen = found(await tx.find(Project, id));
    return found(await this.asKeeper(tx, seen, () => tx.lock(Project, id)));
  }

  /** The same for a step that was decided on one version. */
  async takeVersion(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const project = await this.take(tx, id);
    expectVersion(project, version);
    return project;
  }

  /** Writes the next version of a locked project; whom its files are shown to follows. */
  async change(tx: TenantTransaction, project: Project, changes: ProjectChanges): Promise<Project> {
    const write = (): Promise<Project> => tx.update(Project, project, { ...changes, updatedAt: tx.now });
    // What goes back to its unit can be read by nobody else, and so be written by nobody else.
    const changed = await (changes.proposedAt === null
      ? tx.asUnit(project.unitId, write)
      : this.asKeeper(tx, project, write));
    const audience = projectFileAudience(changed);
    if (!isSame(projectFileAudience(project), audience)) await this.files.follow(tx, changed.id, audience);
    return changed;
  }

  /** What hangs on it has changed: whoever saw it before has to look again. */
  touch(tx: TenantTransaction, project: Project): Promise<Project> {
    return this.change(tx, project, {});
  }

  /** By id, which is the order in which they are locked. */
  listNeeds(tx: TenantTransaction, { id: projectId }: Pick<Project, 'id'>): Promise<Need[]> {
    return tx.manager.find(Need, { where: { regionId: tx.regionId, projectId }, order: { id: 'ASC' } });
  }

  private asKeeper<T>(tx: TenantTransaction, project: Project, work: () => Promise<T>): Promise<T> {
    const isOwn = project.unitId === tx.actor.unitId && tx.actor.role !== 'ON_BEHALF';
    return isOwn ? work() : asCommittee(tx, project.networkId, work);
  }
}

export function projectFileAudience(project: Project): Audience {
  const { units = [], committees = [], networks = [] } = projectAudience(project);
  return {
    unitIds: [...new Set(units.filter((id) => id !== null))],
    networkIds: [...networks],
    committeeNetworkIds: [...committees],
  };
}

function isSame(one: Audience, other: Audience): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
