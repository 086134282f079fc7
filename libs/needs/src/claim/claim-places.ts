import { found, Refused } from '#graphql';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { NeedProjects } from '../need/need-projects.js';
import { NeedState, type Need } from '../need/need.entity.js';
import { NeedRepository } from '../need/need.repository.js';
import { ClaimEnding } from './claim-ending.js';
import type { Claim } from './claim.entity.js';
import { NoPlaceLeft } from './claim.refusals.js';

const { TAKEN, OPEN, CLAIMED, IN_PROGRESS } = NeedState;

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

  /** After a unit has gone. Where others, or a project, are at work they go on; else its place is open again. */
  async reopen(tx: TenantTransaction, need: Need): Promise<void> {
    const accepted = await this.showContact(tx, need);
    const isStranded = need.state === IN_PROGRESS && accepted.length === 0;
    if ((need.state !== CLAIMED && !isStranded) || (await this.projects.workOn(tx, need))) return;
    const state = need.openedAt === null ? TAKEN : OPEN;
    await this.needs.change(tx, need, { state, claimedAt: null, begunAt: null });
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
