import { ApiError, expectState, found } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { ProjectHosts } from '../host/project-hosts.js';
import { Project } from '../project/project.entity.js';
import { convenes, LIVE_STATES } from '../project/project.policy.js';
import { ProjectRepository } from '../project/project.repository.js';
import { PROJECT_STATES } from '../project/project.words.js';
import { ProjectNote } from './project-note.entity.js';

/** How far a project has come, said by its units and the committee; what was said stands. */
@Injectable()
export class ProjectNoteService {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly hosts: ProjectHosts,
  ) {}

  async add(tx: TenantTransaction, projectId: string, text: string): Promise<Project> {
    const { networkId } = found(await tx.find(Project, projectId));
    const { unitId } = tx.actor;
    await expectTakesPart(tx, [networkId]);
    const project = await this.projects.take(tx, projectId);
    const mayNote = convenes(tx, project) || (await this.hosts.takesPart(tx, project, unitId));
    if (!mayNote) throw ApiError.forbidden();
    expectState(project, LIVE_STATES, PROJECT_STATES);
    await tx.insert(ProjectNote, { id: tx.newId(), projectId, networkId, unitId, text, notedAt: tx.now });
    return project;
  }
}
