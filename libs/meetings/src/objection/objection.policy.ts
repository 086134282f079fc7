import type { TenantTransaction } from '#tenancy';
import { ObjectionSource, ObjectionState, type Objection } from './objection.entity.js';

const { OPEN, ANSWERED } = ObjectionState;

/** It is still being followed up. */
export const FOLLOWED_UP: readonly ObjectionState[] = [OPEN, ANSWERED];

/** The committee of its network. */
export function answersFor({ actor }: TenantTransaction, { networkId }: Objection): boolean {
  return actor.convenedNetworkIds.includes(networkId);
}

/** Who says what the one that objects says: a unit for itself; for a household the committee too. */
export function speaksFor(tx: TenantTransaction, objection: Objection): boolean {
  const { source, unitId } = objection;
  return unitId === tx.actor.unitId || (source === ObjectionSource.HOUSEHOLD && answersFor(tx, objection));
}

/** Who looks after it: either of both. */
export function followsUp(tx: TenantTransaction, objection: Objection): boolean {
  return speaksFor(tx, objection) || answersFor(tx, objection);
}
