import { ApiError, found, Refused } from '#graphql';
import type { Role, TenantTransaction } from '#tenancy';
import { Membership, MembershipRole, MembershipState } from '../membership/membership.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { appointableRoles } from './post.policy.js';
import { UnitHasLeft } from './post.refusals.js';

export interface Appointable {
  unit: Unit;
  roles: readonly Role[];
}

/**
 * A unit in which the actor gives posts, and which ones: the own, or a partner of a network that the actor's committee
 * convenes. NOT_FOUND for any other, seen or not.
 */
export async function getAppointable(tx: TenantTransaction, unitId: string): Promise<Appointable> {
  const unit = found(await tx.find(Unit, unitId));
  const isOwn = unit.id === tx.actor.unitId;
  const roles = appointableRoles(tx.actor.role, isOwn ? 'OWN' : 'PARTNER');
  if (roles.length === 0) throw ApiError.notFound();
  const { regionId } = tx;
  const active = await tx.manager.findBy(Membership, { regionId, unitId, state: MembershipState.ACTIVE });
  if (isOwn) {
    if (active.length === 0) throw new Refused(new UnitHasLeft());
  } else if (!active.some((one) => isPartnerOf(tx, one))) throw ApiError.notFound();
  return { unit, roles };
}

function isPartnerOf(tx: TenantTransaction, { role, networkId }: Membership): boolean {
  return role === MembershipRole.PARTNER && tx.actor.convenedNetworkIds.includes(networkId);
}
