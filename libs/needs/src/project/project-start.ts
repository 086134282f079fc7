import { ApiError, refuseState } from '#graphql';
import { expectTakesPart, holdMembers } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Claim, ClaimState } from '../claim/claim.entity.js';
import { ProjectHosts } from '../host/project-hosts.js';
import { expectUsable } from '../need/expect-usable.js';
import { Need } from '../need/need.entity.js';
import { NeedRepository } from '../need/need.repository.js';
import { expectDaysInOrder, UNTOUCHED } from './project.draft.js';
import { Project, ProjectState } from './project.entity.js';
import type { StartProjectInput } from './project.inputs.js';
import { convenes, isUnsettled, LIVE_STATES } from './project.policy.js';
import { PROJECT_WORDS } from './project.words.js';

/** How a project comes to be: from needs that were claimed, which the network knows, or from an idea. */
@Injectable()
export class ProjectStart {
  constructor(
    private readonly needs: NeedRepository,
    private readonly hosts: ProjectHosts,
  ) {}

  /** Its claimants take part. The committee's own idea is taken with it; that of another unit is proposed first. */
  async start(tx: TenantTransaction, input: StartProjectInput): Promise<Project> {
    const { networkId, leadUnitId } = input;
    await expectTakesPart(tx, [networkId]);
    const members = await holdMembers(tx, networkId, [
      leadUnitId,
      ...(await listClaimants(tx, input.needIds)),
    ]);
    if (!members.has(leadUnitId)) throw badLead(PROJECT_WORDS.leadNeeded);
    const needs = await this.takeNeeds(tx, networkId, input.needIds);
    const claimants = (await listClaimants(tx, input.needIds)).filter((id) => members.has(id));
    expectMayStart(tx, networkId, needs, claimants);
    if (leadUnitId !== tx.actor.unitId && !claimants.includes(leadUnitId)) {
      throw badLead(PROJECT_WORDS.leadMustHaveClaimed);
    }
    const project = await this.insert(tx, input, needs);
    for (const need of needs) await this.needs.change(tx, need, { projectId: project.id });
    await this.hosts.join(tx, project, claimants);
    return project;
  }

  private async insert(
    tx: TenantTransaction,
    input: StartProjectInput,
    needs: readonly Need[],
  ): Promise<Project> {
    const { networkId, leadUnitId, title, what, startsOn = null, endsOn = null } = input;
    const categoryId = input.categoryId ?? needs.find(({ id }) => id === input.needIds[0])?.categoryId;
    if (!categoryId) {
      throw ApiError.badInput([{ path: 'input.categoryId', message: PROJECT_WORDS.categoryNeeded }]);
    }
    if (input.categoryId) await expectUsable(tx, categoryId, networkId);
    expectDaysInOrder({ startsOn, endsOn });
    const isTaken = needs.length > 0 || convenes(tx, { networkId });
    return tx.insert(Project, {
      ...UNTOUCHED,
      networkId,
      leadUnitId,
      categoryId,
      title,
      what,
      startsOn,
      endsOn,
      id: tx.newId(),
      unitId: tx.actor.unitId,
      state: isTaken ? ProjectState.PLANNED : ProjectState.PROPOSED,
      postedAt: tx.now,
      proposedAt: tx.now,
      takenAt: isTaken ? tx.now : null,
      updatedAt: tx.now,
    });
  }

  /** Locked in the order of their ids; each of that network, claimed, and in no other project. */
  private async takeNeeds(
    tx: TenantTransaction,
    networkId: string,
    needIds: readonly string[],
  ): Promise<Need[]> {
    const needs: Need[] = [];
    for (const id of [...new Set(needIds)].toSorted()) {
      const path = `input.needIds.${needIds.indexOf(id)}`;
      if ((await tx.find(Need, id))?.networkId !== networkId) throw ApiError.notFound(path);
      const need = await this.needs.take(tx, id);
      await this.expectFree(tx, need);
      needs.push(need);
    }
    return needs;
  }

  private async expectFree(tx: TenantTransaction, need: Need): Promise<void> {
    const project = need.projectId === null ? null : await tx.find(Project, need.projectId);
    if (project && LIVE_STATES.includes(project.state)) {
      refuseState(need, PROJECT_WORDS.needElsewhere);
    }
    const isClaimed = (await listClaimants(tx, [need.id])).length > 0;
    if (!isUnsettled(need) || !isClaimed) {
      refuseState(need, PROJECT_WORDS.needNotClaimed);
    }
  }
}

/** Units whose claims stand accepted; each once. */
async function listClaimants(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  if (needIds.length === 0) return [];
  const claims = await tx.manager.find(Claim, {
    where: { regionId: tx.regionId, needId: In([...needIds]), state: ClaimState.ACCEPTED },
    order: { acceptedAt: 'ASC', id: 'ASC' },
  });
  return [...new Set(claims.map(({ unitId }) => unitId))];
}

/** Of claimed needs: one of those who claimed them, or the committee. An idea may come from anybody. */
function expectMayStart(
  tx: TenantTransaction,
  networkId: string,
  needs: readonly Need[],
  claimants: readonly string[],
): void {
  if (needs.length === 0 || convenes(tx, { networkId }) || claimants.includes(tx.actor.unitId)) return;
  throw ApiError.forbidden(PROJECT_WORDS.claimantStarts);
}

function badLead(message: (typeof PROJECT_WORDS)['leadNeeded']): ApiError {
  return ApiError.badInput([{ path: 'input.leadUnitId', message }]);
}
