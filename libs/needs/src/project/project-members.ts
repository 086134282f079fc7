import { asCommittee, Membership, MembershipRole, MembershipState } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';

/**
 * Which of these units are active in the network, and stay so until the transaction ends: whoever suspends one of them
 * waits, and then finds what this act has made of it. Call it before any lock but that of the actor's own membership.
 */
export async function holdMembers(
  tx: TenantTransaction,
  networkId: string,
  unitIds: readonly string[],
): Promise<Set<string>> {
  const members = await asCommittee(tx, networkId, async () => {
    const wanted = {
      regionId: tx.regionId,
      networkId,
      unitId: In([...unitIds]),
      state: MembershipState.ACTIVE,
    };
    const partners = await tx.manager.find(Membership, {
      where: { ...wanted, role: MembershipRole.PARTNER },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_read' },
    });
    // A convener cannot be suspended, so that nobody need wait for it.
    const convener = await tx.manager.findBy(Membership, { ...wanted, role: MembershipRole.CONVENER });
    return [...partners, ...convener];
  });
  return new Set(members.flatMap(({ unitId }) => unitId ?? []));
}
