import { found, Refused } from '#graphql';
import { asCommittee, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { NeedProjects } from '../need/need-projects.js';
import { NeedState, type Need } from '../need/need.entity.js';
import { NeedRepository } from '../need/need.repository.js';
import { ClaimEnding } from './claim-ending.js';
import { Claim, ClaimState } from './claim.entity.js';
import { NoPlaceLeft } from './claim.refusals.js';

const { TAKEN, OPEN, CLAIMED, IN_PROGRESS, ANSWERED } = NeedState;

/** First come, first served: what a unit’s yes, and its going, do to a need that is locked. */
@Injectable()
export class ClaimPlaces {
  constructor(
    private readonly needs: NeedRepository,
    private readonly claims: ClaimEnding,
    private readonly projects: NeedProjects,
  ) {}

  /** The lowest place that nobody has. @throws Refused NO_PLACE_LEFT, with the units that have them */
  async expectFree(tx: TenantTransaction, need: Need): Promise<number> {
    const accepted = await this.claims.listAccepted(tx, need.id);
    const held = new Set(accepted.map(({ place }) => place));
    const places = Array.from({ length: need.places }, (_, index) => index + 1);
    const free = places.find((place) => !held.has(place));
    if (free === undefined) throw new Refused(new NoPlaceLeft(await unitsOf(tx, accepted)));
    return free;
  }

  /** After a yes. With the last place the need is CLAIMED, and who was only asked is free. */
  async settle(tx: TenantTransaction, need: Need): Promise<void> {
    const accepted = await this.showContact(tx, need);
    if (accepted.length < need.places) return;
    await this.claims.dropAsked(tx, need);
    await this.needs.change(tx, need, { state: CLAIMED, claimedAt: tx.now });
  }

  /** Help is there: nobody else is awaited. What a project works on is moved by the project. */
  async begin(tx: TenantTransaction, need: Need, begunAt: Date): Promise<void> {
    if (![TAKEN, OPEN, CLAIMED].includes(need.state) || (await this.projects.workOn(tx, need))) return;
    await this.claims.dropAsked(tx, need);
    await this.needs.change(tx, need, { state: IN_PROGRESS, begunAt });
  }

  /** After a unit has gone. Where others are at work they go on; else its place is open again, and with the last the need is free. */
  async reopen(tx: TenantTransaction, need: Need): Promise<void> {
    const isDeserted = (await this.showContact(tx, need)).length === 0;
    const leavesProject = isDeserted && (await this.projects.workOn(tx, need));
    const isOpenAgain = need.state === CLAIMED || (need.state === IN_PROGRESS && isDeserted);
    if (!isOpenAgain && !leavesProject) return;
    const state = need.openedAt === null ? TAKEN : OPEN;
    const projectId = leavesProject ? null : need.projectId;
    await this.needs.change(tx, need, { state, claimedAt: null, begunAt: null, projectId });
    if (leavesProject) await this.projects.dropped(tx, need);
  }

  /** Of a unit that goes from more than this claim: by rule, with the rights of the committee. What was done stays done. */
  async release(tx: TenantTransaction, need: Need, unitId: string, reason: string): Promise<void> {
    const claim = (await this.claims.listAccepted(tx, need.id)).find((one) => one.unitId === unitId);
    if (!claim) return;
    const isDone = need.state === ANSWERED;
    await asCommittee(tx, need.networkId, async () => {
      const locked = found(await tx.lock(Claim, claim.id));
      await tx.update(Claim, locked, {
        state: isDone ? ClaimState.DONE : ClaimState.GIVEN_UP,
        reason: isDone ? null : reason,
        place: null,
        settledAt: tx.now,
        updatedAt: tx.now,
      });
    });
    if (isDone) await this.showContact(tx, need);
    else await this.reopen(tx, need);
  }

  /** To the units that have its places, and to nobody else of the network. */
  async showContact(tx: TenantTransaction, need: Need): Promise<Claim[]> {
    const accepted = await this.claims.listAccepted(tx, need.id);
    await this.needs.showContact(
      tx,
      need,
      accepted.map(({ unitId }) => unitId),
    );
    return accepted;
  }
}

async function unitsOf(tx: TenantTransaction, claims: readonly Claim[]): Promise<Unit[]> {
  return Promise.all(claims.map(async ({ unitId }) => found(await tx.find(Unit, unitId))));
}
