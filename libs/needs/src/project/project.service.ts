import { ApiError, expectState, found, Refused, WrongState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { ProjectHosts } from '../host/project-hosts.js';
import { changesOf, expectDaysInOrder, expectUsableCategory } from './project.draft.js';
import { Project, ProjectState } from './project.entity.js';
import type { UpdateProjectInput } from './project.inputs.js';
import { convenes, IDEA_STATES, leads, withWord, WORKING_STATES } from './project.policy.js';
import { ProjectRepository } from './project.repository.js';
import { PROJECT_STATES, PROJECT_WORDS } from './project.words.js';

const { PROPOSED, RETURNED, PLANNED, IN_PROGRESS, ANSWERED, CLOSED, WITHDRAWN } = ProjectState;

/** What a project says, whose it is, and the word of the committee on it. Every step decides with the project locked. */
@Injectable()
export class ProjectService {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly hosts: ProjectHosts,
  ) {}

  /** By whoever had the idea, until it is taken; then by its lead or the committee. */
  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    input: UpdateProjectInput,
  ): Promise<Project> {
    const project = await this.projects.takeVersion(tx, id, version);
    const isIdea = IDEA_STATES.includes(project.state);
    const mayChange = isIdea ? isStarter(tx, project) : leads(tx, project) || convenes(tx, project);
    if (!mayChange) throw ApiError.forbidden();
    expectState(project, [...IDEA_STATES, ...WORKING_STATES], PROJECT_STATES);
    const changes = changesOf(input);
    if (changes.categoryId) await expectUsableCategory(tx, changes.categoryId, project.networkId);
    const { startsOn = project.startsOn, endsOn = project.endsOn } = changes;
    expectDaysInOrder({ startsOn, endsOn });
    return this.projects.change(tx, project, changes);
  }

  /** The committee makes an idea the network's: from now on all units read it. */
  async take(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const project = await this.takeAsCommittee(tx, id, version);
    expectState(project, [PROPOSED], PROJECT_STATES);
    return this.projects.change(tx, project, { state: PLANNED, takenAt: tx.now });
  }

  /** Back to its unit, with the reason; nobody else reads it any more. */
  async sendBack(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Project> {
    const project = await this.takeAsCommittee(tx, id, version);
    expectState(project, [PROPOSED], PROJECT_STATES);
    return this.projects.change(tx, project, { state: RETURNED, proposedAt: null, reason });
  }

  /** Puts what was returned before the committee anew. */
  async propose(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    await expectTakesPart(tx, [found(await tx.find(Project, id)).networkId]);
    const project = await this.takeAsStarter(tx, id, version);
    expectState(project, [RETURNED], PROJECT_STATES);
    return this.projects.change(tx, project, { state: PROPOSED, proposedAt: tx.now, reason: null });
  }

  /** Its unit takes back an idea that nobody has taken. */
  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const project = await this.takeAsStarter(tx, id, version);
    expectState(project, IDEA_STATES, PROJECT_STATES);
    return this.projects.change(tx, project, { state: WITHDRAWN, endedAt: tx.now });
  }

  /** The word of the committee on what came from an idea; that of those who had its needs is theirs. */
  async close(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const project = await this.takeForWord(tx, id, version);
    return this.projects.change(tx, project, { state: CLOSED, endedAt: tx.now, reason: null });
  }

  /** It is not done, says the committee of what came from an idea. */
  async reopen(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Project> {
    const project = await this.takeForWord(tx, id, version);
    const reopenings = project.reopenings + 1;
    return this.projects.change(tx, project, { state: IN_PROGRESS, answeredAt: null, reopenings, reason });
  }

  /** Hands it to a unit that takes part, or, by the committee, to the committee itself. */
  async nameLead(tx: TenantTransaction, id: string, version: number, unitId: string): Promise<Project> {
    const project = await this.projects.takeVersion(tx, id, version);
    if (!leads(tx, project) && !convenes(tx, project)) throw ApiError.forbidden();
    expectState(project, WORKING_STATES, PROJECT_STATES);
    if (project.leadUnitId === unitId) {
      throw new Refused(new WrongState(project.state, PROJECT_WORDS.isLead));
    }
    const isOurs = convenes(tx, project) && unitId === tx.actor.unitId;
    if (!isOurs && !(await this.hosts.takesPart(tx, project, unitId))) {
      throw ApiError.badInput([{ path: 'unitId', message: PROJECT_WORDS.leadIsNoHost }]);
    }
    await this.hosts.handLead(tx, project, unitId);
    return this.projects.change(tx, project, { leadUnitId: unitId });
  }

  private async takeForWord(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const project = await this.takeAsCommittee(tx, id, version);
    expectState(project, [ANSWERED], PROJECT_STATES);
    if (withWord(await this.projects.listNeeds(tx, project)).length === 0) return project;
    throw new Refused(new WrongState(project.state, PROJECT_WORDS.closesWithNeeds));
  }

  private async takeAsCommittee(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const project = await this.projects.takeVersion(tx, id, version);
    if (!convenes(tx, project)) throw ApiError.forbidden();
    return project;
  }

  private async takeAsStarter(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const project = await this.projects.takeVersion(tx, id, version);
    if (!isStarter(tx, project)) throw ApiError.forbidden();
    return project;
  }
}

function isStarter(tx: TenantTransaction, { unitId }: Project): boolean {
  return unitId === tx.actor.unitId;
}
