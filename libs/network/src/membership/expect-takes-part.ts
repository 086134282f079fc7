import { ApiError } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Membership, MembershipRole, MembershipState } from './membership.entity.js';

/**
 * Throws NOT_FOUND unless the acting unit takes part in each of these networks, and keeps it so until the
 * transaction ends: a suspension waits, and then finds what this act has made. Call it before any other lock.
 */
export async function expectTakesPart(tx: TenantTransaction, networkIds: readonly string[]): Promise<void> {
  const { regionId, actor } = tx;
  const wanted = { regionId, unitId: actor.unitId, networkId: In(networkIds), state: MembershipState.ACTIVE };
  const partner = await tx.manager.find(Membership, {
    where: { ...wanted, role: MembershipRole.PARTNER },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_read' },
  });
  // A convener cannot be suspended, so that nobody need wait for it.
  const convener = await tx.manager.findBy(Membership, { ...wanted, role: MembershipRole.CONVENER });
  const held = new Set([...partner, ...convener].map(({ networkId }) => networkId));
  if (!networkIds.every((id) => held.has(id))) throw ApiError.notFound();
}
