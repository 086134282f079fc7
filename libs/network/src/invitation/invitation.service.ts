import { MS_PER_DAY } from '#calendar';
import { ApiError, expectState, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { makeCode } from '../code/code.js';
import { Membership, MembershipRole, MembershipState } from '../membership/membership.entity.js';
import { MembershipService } from '../membership/membership.service.js';
import { MEMBERSHIP_STATES } from '../membership/membership.words.js';
import { getRegionCode } from '../region/region-code.js';
import { randomToken } from '../sign-in/password.js';
import type { UnitKind } from '../unit/unit.entity.js';
import { UnitInvitation } from './unit-invitation.entity.js';

const VALID_MS = 7 * MS_PER_DAY;

export interface NewUnitWish {
  networkId: string;
  role: MembershipRole.PARTNER | MembershipRole.GUEST;
  unitName: string;
  unitKind: UnitKind;
  unitCode: string;
}

/** What is handed over; the code is shown this once. */
export interface HandedInvitation {
  membership: Membership;
  unitName: string;
  oneTimeCode: string;
  expiresAt: Date;
}

/** Invites units that are not on the platform yet: a membership that waits, and the code that brings its unit. */
@Injectable()
export class InvitationService {
  constructor(private readonly memberships: MembershipService) {}

  async invite(tx: TenantTransaction, wish: NewUnitWish): Promise<HandedInvitation> {
    const { networkId, role, unitName, unitKind } = wish;
    // Whether the code that was wished for is in use elsewhere is nobody's business here.
    const unitCode = `${wish.unitCode}-${randomToken(5)}`;
    const membership = await this.memberships.invite(tx, { networkId, unitCode, role });
    return this.issue(tx, membership, { unitName, unitKind });
  }

  /** Another code for the same unit; the one before is void. */
  async renew(tx: TenantTransaction, membershipId: string): Promise<HandedInvitation> {
    const membership = found(await tx.lock(Membership, membershipId));
    if (!tx.actor.convenedNetworkIds.includes(membership.networkId)) throw ApiError.forbidden();
    const key = { regionId: tx.regionId, membershipId };
    expectState(membership, [MembershipState.INVITED], MEMBERSHIP_STATES);
    const { unitName, unitKind } = found(await tx.manager.findOneBy(UnitInvitation, key));
    await tx.manager.delete(UnitInvitation, key);
    return this.issue(tx, membership, { unitName, unitKind });
  }

  private async issue(
    tx: TenantTransaction,
    membership: Membership,
    unit: Pick<UnitInvitation, 'unitName' | 'unitKind'>,
  ): Promise<HandedInvitation> {
    const { text, hash } = makeCode(await getRegionCode(tx));
    const expiresAt = new Date(tx.now.getTime() + VALID_MS);
    await tx.insert(UnitInvitation, {
      ...unit,
      id: tx.newId(),
      unitId: tx.actor.unitId,
      membershipId: membership.id,
      unitCode: membership.unitCode,
      secretHash: hash,
      issuedAt: tx.now,
      expiresAt,
    });
    return { membership, unitName: unit.unitName, oneTimeCode: text, expiresAt };
  }
}
