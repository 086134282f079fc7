import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';

/**
 * Holds the actor a member of the network until the transaction ends: call it before any other lock. A guest takes no
 * part in the network, and acts where it is invited.
 * @throws ApiError NOT_FOUND for a member that is suspended or has left
 */
export async function expectPartUnlessGuest(tx: TenantTransaction, networkId: string): Promise<void> {
  if (tx.actor.memberNetworkIds.includes(networkId)) await expectTakesPart(tx, [networkId]);
}
