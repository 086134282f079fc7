import { ApiError } from '#graphql';
import { Membership, MembershipRole, MembershipState } from '#network';
import type { TenantTransaction } from '#tenancy';
import type { MeetingReaders } from '../meeting/meeting-readers.js';

/**
 * Throws NOT_FOUND unless the unit is an active member, or a guest that was invited to the meeting; keeps it so until
 * the transaction ends. Call it before any other lock.
 */
export async function expectResponsible(
  tx: TenantTransaction,
  networkId: string,
  { readerUnitIds }: MeetingReaders,
  unitId: string,
  path = 'input.unitId',
): Promise<void> {
  const wanted = { regionId: tx.regionId, networkId, unitId, state: MembershipState.ACTIVE };
  const known = await tx.manager.findOneBy(Membership, wanted);
  // A convener cannot be suspended, so that nobody need wait for it.
  const membership =
    known?.role === MembershipRole.CONVENER
      ? known
      : await tx.manager.findOne(Membership, { where: wanted, lock: { mode: 'pessimistic_read' } });
  const isInvited = membership?.role !== MembershipRole.GUEST || readerUnitIds.includes(unitId);
  if (!membership || !isInvited) throw ApiError.notFound(path);
}
