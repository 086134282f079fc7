import { Refused } from '#graphql';
import { Clock, IdSource, Tenancy, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Bearers } from '../code/bearers.js';
import { InvalidCode } from '../code/code.refusals.js';
import { searchTextOf } from '../directory/search-text.js';
import { Membership, MembershipState } from '../membership/membership.entity.js';
import { MembershipService } from '../membership/membership.service.js';
import { createPerson } from '../person/create-person.js';
import { Post } from '../post/post.entity.js';
import { getRegionCode } from '../region/region-code.js';
import type { AccountName } from '../sign-in/account-proof.js';
import { AttemptLimit } from '../sign-in/attempt-limit.js';
import { hashPassword } from '../sign-in/password.js';
import { TooManyAttempts } from '../sign-in/sign-in.refusals.js';
import { UnitRegistration } from '../unit/unit-registration.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { UnitInvitation } from './unit-invitation.entity.js';

export interface Newcomer {
  code: string;
  personName: string;
  dutyPhone: string | null;
  /** Of the unit; sound. */
  creditCode: string | null;
  password: string;
}

/** Brings a unit to the platform: unit, membership, first liaison, person and account, all of it or none. */
@Injectable()
export class Redemption {
  constructor(
    private readonly bearers: Bearers,
    private readonly tenancy: Tenancy,
    private readonly memberships: MembershipService,
    private readonly limit: AttemptLimit,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** The same work and answer whatever is wrong with the code. */
  async redeem({ password, ...newcomer }: Newcomer, address: string): Promise<AccountName> {
    if (!(await this.limit.admit('address', address))) throw new Refused(new TooManyAttempts());
    const passwordHash = await hashPassword(password);
    const invitation = await this.bearers.admit(newcomer.code, ({ manager, regionId, hash }) =>
      manager.findOneBy(UnitInvitation, {
        regionId,
        secretHash: hash,
        expiresAt: MoreThan(this.clock.now()),
      }),
    );
    if (!invitation) throw new Refused(new InvalidCode());
    const { regionId } = invitation;
    return this.tenancy.writeAsUnit({ regionId, unitId: this.ids.next() }, async (tx) => {
      const membership = await this.join(tx, invitation, newcomer.creditCode);
      return this.becomeLiaison(tx, membership, newcomer, passwordHash);
    });
  }

  /** In the name of the unit that is being made. */
  private async join(
    tx: TenantTransaction,
    invitation: UnitInvitation,
    creditCode: string | null,
  ): Promise<Membership> {
    const { regionId } = tx;
    const { id, unitCode, unitName, unitKind, secretHash, issuedAt } = invitation;
    const unitId = tx.actor.unitId;
    // Deleting is what makes it single: of two who try at once, the second finds nothing to delete.
    const taken = await tx.asUnit(invitation.unitId, () =>
      tx.manager.delete(UnitInvitation, { regionId, id, secretHash, expiresAt: MoreThan(tx.now) }),
    );
    if (taken.affected !== 1) throw new Refused(new InvalidCode());
    const names = { code: unitCode, name: unitName, nameEn: null, kind: unitKind };
    await tx.insert(Unit, {
      id: unitId,
      ...names,
      searchText: searchTextOf(names),
      networkIds: [],
      version: 1,
    });
    if (creditCode !== null) await tx.insert(UnitRegistration, { id: unitId, networkIds: [], creditCode });
    // Entered again, now that there is a code by which the unit sees its invitation.
    await tx.query('SELECT app.enter_unit($1, $2)', [regionId, unitId]);
    const membership = await tx.lock(Membership, invitation.membershipId);
    if (membership?.state !== MembershipState.INVITED || membership.invitedAt > issuedAt)
      throw new Refused(new InvalidCode());
    return this.memberships.accept(tx, membership.id, membership.version);
  }

  private async becomeLiaison(
    tx: TenantTransaction,
    { networkId, unitCode }: Membership,
    { personName, dutyPhone }: Omit<Newcomer, 'password'>,
    passwordHash: string,
  ): Promise<AccountName> {
    const { unitId } = tx.actor;
    const unit = { id: unitId, code: unitCode };
    const { person, account } = await createPerson(tx, unit, personName, passwordHash);
    await tx.insert(Post, {
      id: tx.newId(),
      unitId,
      personId: person.id,
      personName,
      searchText: searchTextOf({ person: personName }),
      dutyPhone,
      role: 'LIAISON',
      networkIds: [networkId],
      scopeNetworkIds: [],
      since: tx.now,
      until: null,
      revokedAt: null,
      predecessorId: null,
      version: 1,
    });
    return { regionCode: await getRegionCode(tx), account: account.name };
  }
}
