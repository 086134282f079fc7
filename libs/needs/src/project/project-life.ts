import { ApiError, expectState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { ClaimEnding } from '../claim/claim-ending.js';
import { ClaimState } from '../claim/claim.entity.js';
import { ProjectHosts } from '../host/project-hosts.js';
import { type Need, NeedState } from '../need/need.entity.js';
import { NeedRepository } from '../need/need.repository.js';
import { ProjectBookings } from '../project-booking/project-bookings.js';
import { type Project, ProjectState } from './project.entity.js';
import { ProjectFollowUp } from './project-follow-up.js';
import { convenes, isUnsettled, leads, WORKING_STATES } from './project.policy.js';
import { ProjectRepository } from './project.repository.js';
import { PROJECT_STATES } from './project.words.js';

const { PLANNED, IN_PROGRESS, ANSWERED, STOPPED } = ProjectState;

interface ProjectOutcome {
  readonly result: string;
  readonly heads: number | null;
  readonly hours: string | null;
}

/** The work itself: a project goes on, ends and stops together with its needs. Locks the project, then its needs by id. */
@Injectable()
export class ProjectLife {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly needs: NeedRepository,
    private readonly claims: ClaimEnding,
    private readonly hosts: ProjectHosts,
    private readonly bookings: ProjectBookings,
    private readonly followUp: ProjectFollowUp,
  ) {}

  /** Work on its needs begins; nobody else is awaited for them. */
  async begin(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const project = await this.takeAsLead(tx, id, version);
    expectState(project, [PLANNED], PROJECT_STATES);
    for (const need of await this.takeNeeds(tx, project)) {
      if (!isUnsettled(need) || need.state === NeedState.IN_PROGRESS) continue;
      await this.claims.dropAsked(tx, need);
      await this.needs.change(tx, need, { state: NeedState.IN_PROGRESS, begunAt: tx.now });
    }
    return this.projects.change(tx, project, { state: IN_PROGRESS, begunAt: tx.now, reason: null });
  }

  /** What came of it answers its needs; the word of those who had them is awaited, unless all have said it. */
  async fileResult(
    tx: TenantTransaction,
    id: string,
    version: number,
    { result, heads, hours }: ProjectOutcome,
  ): Promise<Project> {
    const project = await this.takeAsLead(tx, id, version);
    expectState(project, WORKING_STATES, PROJECT_STATES);
    for (const need of await this.takeNeeds(tx, project)) {
      if (!isUnsettled(need) && need.state !== NeedState.ANSWERED) continue;
      await this.claims.dropAsked(tx, need);
      const times = { begunAt: need.begunAt ?? tx.now, answeredAt: tx.now };
      await this.needs.change(tx, need, { ...times, state: NeedState.ANSWERED, answer: result });
    }
    await this.hosts.dropAsked(tx, project);
    const answered = await this.projects.change(tx, project, {
      state: ANSWERED,
      begunAt: project.begunAt ?? tx.now,
      answeredAt: tx.now,
      result,
      resultHeads: heads,
      resultHours: hours,
    });
    return this.followUp.closeIfAllAgree(tx, answered);
  }

  /** Its needs are open again with the reason, and what is booked ahead for it is given up. What is answered awaits its word still. */
  async stop(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Project> {
    const bookings = await this.bookings.holdAhead(tx, id);
    const project = await this.projects.takeVersion(tx, id, version);
    if (!leads(tx, project) && !convenes(tx, project)) throw ApiError.forbidden();
    expectState(project, WORKING_STATES, PROJECT_STATES);
    for (const need of await this.takeNeeds(tx, project)) {
      if (isUnsettled(need)) await this.setFree(tx, need, reason);
    }
    await this.hosts.dropAsked(tx, project);
    await this.bookings.giveUp(tx, bookings, reason);
    return this.projects.change(tx, project, { state: STOPPED, endedAt: tx.now, reason });
  }

  private async setFree(tx: TenantTransaction, need: Need, reason: string): Promise<void> {
    await this.claims.endAll(tx, need, ClaimState.WITHDRAWN);
    await this.needs.showContact(tx, need, []);
    await this.needs.change(tx, need, {
      state: NeedState.OPEN,
      openedAt: tx.now,
      claimedAt: null,
      begunAt: null,
      reason,
    });
  }

  private async takeNeeds(tx: TenantTransaction, project: Project): Promise<Need[]> {
    const needs: Need[] = [];
    for (const { id } of await this.projects.listNeeds(tx, project))
      needs.push(await this.needs.take(tx, id));
    return needs;
  }

  private async takeAsLead(tx: TenantTransaction, id: string, version: number): Promise<Project> {
    const project = await this.projects.takeVersion(tx, id, version);
    if (!leads(tx, project)) throw ApiError.forbidden();
    return project;
  }
}
