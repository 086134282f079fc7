import { ApiError, expectState, expectVersion, found, Refused } from '#graphql';
import { expectTakesPart, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Need, NeedState } from '../need/need.entity.js';
import { ASKING_STATES, isOwnNeed, LIVE_CLAIMS } from '../need/need.policy.js';
import { NeedProjects } from '../need/need-projects.js';
import { NeedRepository } from '../need/need.repository.js';
import { NEED_STATES } from '../need/need.words.js';
import { ClaimPlaces } from './claim-places.js';
import { Claim, ClaimState, ClaimWay } from './claim.entity.js';
import { AlreadyClaimed, OwnNeed } from './claim.refusals.js';
import { CLAIM_STATES } from './claim.words.js';
import { newClaim } from './new-claim.js';

const { OPEN, CLAIMED, IN_PROGRESS } = NeedState;
const { ASKED, ACCEPTED, DONE, DECLINED, WITHDRAWN, GIVEN_UP } = ClaimState;

/** Who takes a need on. Every step decides with the need locked, and then moves the claim. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly needs: NeedRepository,
    private readonly places: ClaimPlaces,
    private readonly projects: NeedProjects,
  ) {}

  /** From the open list, without a version: whoever comes first. For a unit that was asked it is its yes. */
  async claim(tx: TenantTransaction, needId: string): Promise<Claim> {
    const { networkId } = found(await tx.find(Need, needId));
    await expectTakesPart(tx, [networkId]);
    await this.projects.hold(tx, needId);
    const need = await this.needs.take(tx, needId);
    const { unitId } = tx.actor;
    if (isOwnNeed(need, unitId)) throw new Refused(new OwnNeed(found(await tx.find(Unit, unitId))));
    const asked = await this.findAsked(tx, needId);
    if (need.state === CLAIMED) await this.places.expectFree(tx, need);
    expectState(need, [OPEN], NEED_STATES);
    return this.accept(tx, need, asked);
  }

  /** A yes wants a place; a no leaves all as it is. */
  async answer(
    tx: TenantTransaction,
    id: string,
    version: number,
    answer: { accept: boolean; reason: string | null },
  ): Promise<Claim> {
    const { claim, need } = await this.takeOwn(tx, id);
    // Who came too late is told who was first, not that the claim has changed since.
    if (answer.accept && need.state === CLAIMED && claim.state !== ACCEPTED) {
      await this.places.expectFree(tx, need);
    }
    expectVersion(claim, version);
    expectState(claim, [ASKED], CLAIM_STATES);
    expectState(need, ASKING_STATES, NEED_STATES);
    if (answer.accept) return this.accept(tx, need, claim);
    return this.settle(tx, claim, DECLINED, answer.reason);
  }

  /** The committee asks no longer. */
  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<Claim> {
    const { claim } = await this.take(tx, id);
    if (!tx.actor.convenedNetworkIds.includes(claim.networkId)) throw ApiError.forbidden();
    expectVersion(claim, version);
    expectState(claim, [ASKED], CLAIM_STATES);
    return this.settle(tx, claim, WITHDRAWN, null);
  }

  /** Its place is free again. What the committee wrote down afterwards is struck out whatever became of the need. */
  async giveUp(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Claim> {
    const { claim, need } = await this.takeOwn(tx, id);
    const isRecorded = claim.recordedAt !== null;
    expectVersion(claim, version);
    expectState(claim, isRecorded ? [ACCEPTED, DONE] : [ACCEPTED], CLAIM_STATES);
    if (!isRecorded) expectState(need, [...ASKING_STATES, CLAIMED, IN_PROGRESS], NEED_STATES);
    const given = await this.settle(tx, claim, GIVEN_UP, reason);
    if (isRecorded) await this.places.showContact(tx, need);
    else await this.places.reopen(tx, need);
    return given;
  }

  /** With its need, both locked; FORBIDDEN to all but its own unit. */
  async takeOwn(tx: TenantTransaction, id: string): Promise<{ claim: Claim; need: Need }> {
    const taken = await this.take(tx, id);
    if (taken.claim.unitId !== tx.actor.unitId) throw ApiError.forbidden();
    return taken;
  }

  private async take(tx: TenantTransaction, id: string): Promise<{ claim: Claim; need: Need }> {
    const { needId, unitId, networkId } = found(await tx.find(Claim, id));
    const mayMove = unitId === tx.actor.unitId || tx.actor.convenedNetworkIds.includes(networkId);
    if (!mayMove) throw ApiError.forbidden();
    await this.projects.hold(tx, needId);
    const need = await this.needs.take(tx, needId);
    return { claim: found(await tx.lock(Claim, id)), need };
  }

  /** What the unit was asked for and has not answered; refuses a unit that has a place. */
  private async findAsked(tx: TenantTransaction, needId: string): Promise<Claim | null> {
    const { regionId } = tx;
    const { unitId } = tx.actor;
    const [live] = await tx.manager.find(Claim, {
      where: { regionId, needId, unitId, state: In(LIVE_CLAIMS) },
      lock: { mode: 'for_no_key_update' },
    });
    if (live?.state === ACCEPTED) {
      throw new Refused(new AlreadyClaimed([found(await tx.find(Unit, unitId))]));
    }
    return live ?? null;
  }

  private async accept(tx: TenantTransaction, need: Need, asked: Claim | null): Promise<Claim> {
    const place = await this.places.expectFree(tx, need);
    const yes = { state: ACCEPTED, place, acceptedAt: tx.now };
    const { unitId } = tx.actor;
    const accepted = asked
      ? await tx.update(Claim, asked, { ...yes, updatedAt: tx.now })
      : await tx.insert(Claim, newClaim(tx, need, { ...yes, unitId, way: ClaimWay.TAKEN, askedAt: null }));
    await this.places.settle(tx, need);
    await this.projects.joined(tx, need, accepted.unitId);
    return accepted;
  }

  private settle(
    tx: TenantTransaction,
    claim: Claim,
    state: ClaimState,
    reason: string | null,
  ): Promise<Claim> {
    const settled = { state, reason, place: null, settledAt: tx.now, updatedAt: tx.now };
    return tx.update(Claim, claim, settled);
  }
}
