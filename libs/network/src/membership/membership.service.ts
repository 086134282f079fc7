import { ApiError, expectState, expectVersion, found, Refused } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Post } from '../post/post.entity.js';
import { UnitRegistration } from '../unit/unit-registration.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { Membership, MembershipRole, MembershipState } from './membership.entity.js';
import { MembershipEvents } from './membership.events.js';
import { AlreadyMember } from './membership.refusals.js';
import { MEMBERSHIP_STATES, MEMBERSHIP_WORDS } from './membership.words.js';

const { INVITED, ACTIVE, SUSPENDED, LEFT } = MembershipState;

interface Invitation {
  networkId: string;
  unitCode: string;
  role: MembershipRole.PARTNER | MembershipRole.GUEST;
}

/** Who belongs to a network: the committee invites, the unit accepts, the committee suspends and removes. */
@Injectable()
export class MembershipService {
  constructor(private readonly events: MembershipEvents) {}

  /** Addressed to a code whether or not a unit has it, so that the answer tells nothing of units one does not know. */
  async invite(tx: TenantTransaction, invitation: Invitation): Promise<Membership> {
    const { networkId, unitCode, role } = invitation;
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.notFound();
    const earlier = await tx.manager.findOneBy(Membership, { regionId: tx.regionId, networkId, unitCode });
    const fresh = { role, state: INVITED, invitedAt: tx.now, activeSince: null, leftAt: null };
    if (!earlier) {
      return tx.insert(Membership, {
        id: tx.newId(),
        networkId,
        unitCode,
        unitId: null,
        version: 1,
        ...fresh,
      });
    }
    if (earlier.state !== LEFT) throw new Refused(new AlreadyMember(earlier));
    const left = found(await tx.lock(Membership, earlier.id));
    if (left.state !== LEFT) throw new Refused(new AlreadyMember(left));
    return tx.update(Membership, left, fresh);
  }

  async accept(tx: TenantTransaction, id: string, version: number): Promise<Membership> {
    const { unitId } = tx.actor;
    const invitation = await this.lockOwn(tx, id, version);
    const accepted = await tx.update(Membership, invitation, { unitId, state: ACTIVE, activeSince: tx.now });
    await this.events.beginning(tx, accepted);
    const join = (ids: string[]) => [...new Set([...ids, accepted.networkId])];
    await tx.asUnit(unitId, async () => {
      const unit = found(await tx.lock(Unit, unitId));
      const { networkIds } = await tx.update(Unit, unit, { networkIds: join(unit.networkIds) });
      const registration = await tx.lock(UnitRegistration, unitId);
      if (registration) await tx.change(UnitRegistration, registration, { networkIds });
      await this.listPosts(tx, unitId, join);
    });
    return accepted;
  }

  async decline(tx: TenantTransaction, id: string, version: number): Promise<Membership> {
    const invitation = await this.lockOwn(tx, id, version);
    return tx.update(Membership, invitation, { state: LEFT, leftAt: tx.now });
  }

  /** The unit keeps its place but neither sees nor uses anything of the network until it is resumed. */
  async suspend(tx: TenantTransaction, id: string, version: number): Promise<Membership> {
    const membership = await this.lockConvened(tx, id, version, [ACTIVE]);
    await this.end(tx, membership);
    return tx.update(Membership, membership, { state: SUSPENDED });
  }

  async resume(tx: TenantTransaction, id: string, version: number): Promise<Membership> {
    const membership = await this.lockConvened(tx, id, version, [SUSPENDED]);
    const resumed = await tx.update(Membership, membership, { state: ACTIVE });
    await this.events.beginning(tx, resumed);
    await tx.asUnit(found(membership.unitId), () =>
      this.listPosts(tx, found(membership.unitId), (ids) => [...ids, membership.networkId]),
    );
    return resumed;
  }

  async remove(tx: TenantTransaction, id: string, version: number): Promise<Membership> {
    const membership = await this.lockConvened(tx, id, version, [INVITED, ACTIVE, SUSPENDED]);
    if (membership.state === ACTIVE) await this.end(tx, membership);
    return tx.update(Membership, membership, { state: LEFT, leftAt: tx.now });
  }

  private async end(tx: TenantTransaction, membership: Membership): Promise<void> {
    await this.events.ending(tx, membership);
    await tx.asUnit(found(membership.unitId), () =>
      this.listPosts(tx, found(membership.unitId), (ids) => ids.filter((id) => id !== membership.networkId)),
    );
  }

  /** Keeps what the directory goes by in step with the memberships. */
  private async listPosts(
    tx: TenantTransaction,
    unitId: string,
    change: (networkIds: string[]) => string[],
  ): Promise<void> {
    const posts = await tx.manager.find(Post, {
      where: { regionId: tx.regionId, unitId },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const post of posts) await tx.update(Post, post, { networkIds: change(post.networkIds) });
  }

  /** An invitation to the actor's own unit. */
  private async lockOwn(tx: TenantTransaction, id: string, version: number): Promise<Membership> {
    const { unitCode } = found(await tx.find(Membership, id));
    const unit = found(await tx.find(Unit, tx.actor.unitId));
    if (unitCode !== unit.code) throw ApiError.forbidden();
    const invitation = found(await tx.lock(Membership, id));
    expectVersion(invitation, version);
    expectState(invitation, [INVITED], MEMBERSHIP_STATES);
    return invitation;
  }

  private async lockConvened(
    tx: TenantTransaction,
    id: string,
    version: number,
    states: MembershipState[],
  ): Promise<Membership> {
    const { networkId, role } = found(await tx.find(Membership, id));
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    if (role === MembershipRole.CONVENER) throw ApiError.forbidden(MEMBERSHIP_WORDS.convenerStays);
    const membership = found(await tx.lock(Membership, id));
    expectVersion(membership, version);
    expectState(membership, states, MEMBERSHIP_STATES);
    return membership;
  }
}
