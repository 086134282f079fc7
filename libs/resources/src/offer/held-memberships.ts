import { Membership, MembershipState } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';

/**
 * Those of the networks in which the acting unit is still active, which it then remains until the transaction ends.
 * What the transaction learned when it began may be over: a suspension that was under way has cleared up without
 * seeing what is stored after it. Called before any offer is locked, as suspensions lock in that order too.
 */
export async function holdMemberships(
  tx: TenantTransaction,
  networkIds: readonly string[],
): Promise<string[]> {
  const wanted = networkIds.filter((id) => tx.actor.memberNetworkIds.includes(id));
  const where = { regionId: tx.regionId, unitId: tx.actor.unitId, networkId: In(wanted) };
  // A convener's row cannot be locked, and need not be: it is never suspended.
  await tx.manager.find(Membership, { where, order: { id: 'ASC' }, lock: { mode: 'pessimistic_read' } });
  const active = await tx.manager.findBy(Membership, { ...where, state: MembershipState.ACTIVE });
  return active.map(({ networkId }) => networkId);
}
