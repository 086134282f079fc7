import { Membership, MembershipRole, MembershipState } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { asConvener } from '../need/need.repository.js';

/**
 * Which of these units are active in the network, and stay so until the transaction ends: whoever suspends one of them
 * waits, and then finds what this act has made of it. Call it before any lock but that of the actor's own membership.
 */
export async function holdMembers(
  tx: TenantTransaction,
  networkId: string,
  unitIds: readonly string[],
): Promise<Set<string>> {
  const memberships = await asConvener(tx, networkId, () =>
    tx.manager.find(Membership, {
      where: {
        regionId: tx.regionId,
        networkId,
        unitId: In([...unitIds]),
        state: MembershipState.ACTIVE,
        role: In([MembershipRole.PARTNER, MembershipRole.CONVENER]),
      },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_read' },
    }),
  );
  return new Set(memberships.flatMap(({ unitId }) => unitId ?? []));
}
