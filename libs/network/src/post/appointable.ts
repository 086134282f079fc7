import { ApiError, found, Refused } from '#graphql';
import type { Role, TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Membership, MembershipRole, MembershipState } from '../membership/membership.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { appointableRoles } from './post.policy.js';
import { UnitHasLeft } from './post.refusals.js';
import { POST_WORDS } from './post.words.js';

const { CONVENER, GUEST, PARTNER } = MembershipRole;
const { ACTIVE, SUSPENDED } = MembershipState;

export interface Appointable {
  unit: Unit;
  roles: readonly Role[];
}

/**
 * A unit in which the actor gives posts, and which ones: the own, or a partner of networks that the actor's committee
 * convenes, all of them. It stays so until the transaction ends: a suspension or an accepted invitation waits, and then
 * finds what this act has made. Call it before any other lock. NOT_FOUND for any other unit, seen or not; FORBIDDEN for one whose posts open
 * networks of others as well (decision 10).
 */
export async function getAppointable(tx: TenantTransaction, unitId: string): Promise<Appointable> {
  const unit = found(await tx.find(Unit, unitId));
  const isOwn = unit.id === tx.actor.unitId;
  const roles = appointableRoles(tx.actor.role, isOwn ? 'OWN' : 'PARTNER');
  if (roles.length === 0) throw ApiError.notFound();
  const memberships = await holdMemberships(tx, unit.id);
  const isActive = memberships.some(({ state }) => state === ACTIVE);
  if (isOwn) {
    if (!isActive) throw new Refused(new UnitHasLeft());
  } else if (!memberships.some((one) => isPartnerOf(tx, one))) throw ApiError.notFound();
  else if (!memberships.every((one) => isConvenedBy(tx, one)))
    throw ApiError.forbidden(POST_WORDS.unitGivesItsOwn);
  return { unit, roles };
}

/** Where the unit takes part, or will again: with its own rights, as the committee sees those in its networks only. */
async function holdMemberships(tx: TenantTransaction, unitId: string): Promise<Membership[]> {
  const wanted = { regionId: tx.regionId, unitId, state: In([ACTIVE, SUSPENDED]) };
  return tx.asUnit(unitId, async () => {
    // Joining a network changes the unit, and waits as well.
    await tx.manager.findOne(Unit, {
      where: { regionId: tx.regionId, id: unitId },
      lock: { mode: 'pessimistic_read' },
    });
    const held = await tx.manager.find(Membership, {
      where: { ...wanted, role: In([PARTNER, GUEST]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_read' },
    });
    // A convener cannot be suspended, so that nobody need wait for it.
    return [...held, ...(await tx.manager.findBy(Membership, { ...wanted, role: CONVENER }))];
  });
}

function isPartnerOf(tx: TenantTransaction, one: Membership): boolean {
  return one.role === PARTNER && one.state === ACTIVE && isConvenedBy(tx, one);
}

function isConvenedBy({ actor }: TenantTransaction, { networkId }: Membership): boolean {
  return actor.convenedNetworkIds.includes(networkId);
}
