import { ApiError } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { asCommittee } from '../network/as-committee.js';
import { Membership, MembershipRole, MembershipState } from './membership.entity.js';
import { MEMBERSHIP_WORDS } from './membership.words.js';

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

/** For an argument that names a unit which is none of those. */
export function notMember(path: string): ApiError {
  return ApiError.badInput([{ path, message: MEMBERSHIP_WORDS.noSuchUnit }]);
}
