import { Membership, MembershipState } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Not } from 'typeorm';
import { ObjectionSource, ObjectionState, type Objection } from './objection.entity.js';

const { OPEN, ANSWERED } = ObjectionState;

export type MayAct = (tx: TenantTransaction, objection: Objection) => boolean | Promise<boolean>;

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

/** Who speaks for it; of a unit that has left for good the committee, since nobody else could ever settle it. */
export async function settles(tx: TenantTransaction, objection: Objection): Promise<boolean> {
  if (speaksFor(tx, objection)) return true;
  if (!answersFor(tx, objection)) return false;
  const { networkId, unitId } = objection;
  const belongs = { regionId: tx.regionId, networkId, unitId, state: Not(MembershipState.LEFT) };
  return !(await tx.manager.existsBy(Membership, belongs));
}

/** Who looks after it: either of both. */
export function followsUp(tx: TenantTransaction, objection: Objection): boolean {
  return speaksFor(tx, objection) || answersFor(tx, objection);
}
