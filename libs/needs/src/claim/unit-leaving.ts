import { asCommittee, type Belonging, type EndingThing, MembershipEvents } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Need, NeedState } from '../need/need.entity.js';
import { LIVE_CLAIMS } from '../need/need.policy.js';
import { NeedProjects } from '../need/need-projects.js';
import { NeedRepository } from '../need/need.repository.js';
import { ClaimEnding } from './claim-ending.js';
import { ClaimPlaces } from './claim-places.js';
import { Claim, ClaimState } from './claim.entity.js';
import { CLAIM_WORDS } from './claim.words.js';

const { PROPOSED, TAKEN, OPEN, CLAIMED, IN_PROGRESS, ANSWERED, UNMET, WITHDRAWN } = NeedState;
/** Drafts, and what was returned, are nobody's but the unit's; they wait until it takes part again. UNMET could be opened again. */
const SHOWN: readonly NeedState[] = [PROPOSED, TAKEN, OPEN, CLAIMED, IN_PROGRESS, ANSWERED, UNMET];
// Free text, like every reason: it is told to a network that writes Chinese.
const REASON = CLAIM_WORDS.unitLeft.zh;

/** A unit that takes part no longer neither needs nor helps there; what it has done stays. */
@Injectable()
export class UnitLeaving {
  constructor(
    private readonly needs: NeedRepository,
    private readonly claims: ClaimEnding,
    private readonly places: ClaimPlaces,
    private readonly projects: NeedProjects,
    private readonly memberships: MembershipEvents,
  ) {}

  /** Called once, when what becomes of projects is registered: they are locked before their needs. */
  listen(): void {
    this.memberships.onEnding({
      list: (tx, of) => this.listEnding(tx, of),
      clearUp: (tx, of) => this.endMembership(tx, of),
    });
  }

  /** In the committee's transaction, in which the membership is locked: nothing new can be posted or claimed. */
  private async endMembership(tx: TenantTransaction, of: Belonging): Promise<void> {
    const { unitId } = of;
    const { own, live } = await this.findConcerned(tx, of);
    const ids = new Set([...own.map(({ id }) => id), ...live.map(({ needId }) => needId)]);
    // In the order in which they are locked.
    for (const id of [...ids].toSorted()) {
      const need = await this.needs.take(tx, id);
      if (need.unitId === unitId) await this.withdraw(tx, need);
      else await this.release(tx, need, unitId);
    }
  }

  private async listEnding(tx: TenantTransaction, of: Belonging): Promise<EndingThing[]> {
    const { own, live } = await this.findConcerned(tx, of);
    return [
      ...own.map(({ id, startsAt }) => ({ part: 'Need', thingType: 'Need', thingId: id, startsAt })),
      ...live.map(({ id }) => ({ part: 'Claim', thingType: 'Claim', thingId: id, startsAt: null })),
    ];
  }

  /** Its own needs, and what it claims of others. */
  private async findConcerned(tx: TenantTransaction, { unitId, networkId }: Belonging) {
    const { regionId } = tx;
    const own = await tx.manager.findBy(Need, { regionId, networkId, unitId, state: In(SHOWN) });
    const live = await tx.manager.findBy(Claim, { regionId, networkId, unitId, state: In(LIVE_CLAIMS) });
    return { own, live };
  }

  /** What was done about it counts as done. */
  private async withdraw(tx: TenantTransaction, need: Need): Promise<void> {
    if (!SHOWN.includes(need.state)) return;
    await this.claims.endAll(tx, need, need.state === ANSWERED ? ClaimState.DONE : ClaimState.WITHDRAWN);
    await this.needs.showContact(tx, need, []);
    const over = { state: WITHDRAWN, endedAt: tx.now, reason: REASON };
    await this.projects.dropped(tx, await this.needs.change(tx, need, over));
  }

  private async release(tx: TenantTransaction, need: Need, unitId: string): Promise<void> {
    await this.places.release(tx, need, unitId, REASON);
    await asCommittee(tx, need.networkId, async () => {
      const asked = await tx.manager.find(Claim, {
        where: { regionId: tx.regionId, needId: need.id, unitId, state: ClaimState.ASKED },
        lock: { mode: 'for_no_key_update' },
      });
      const over = { state: ClaimState.WITHDRAWN, settledAt: tx.now, updatedAt: tx.now };
      await tx.updateAll(Claim, asked, () => over);
    });
  }
}
