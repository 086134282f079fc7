import type { TenantTransaction } from '#tenancy';
import { DishState, type Dish } from './dish.entity.js';

/** Its own unit says what it is; once it is taken, the committee does. */
export const IDEA_STATES: readonly DishState[] = [DishState.DRAFT, DishState.PROPOSED, DishState.RETURNED];

/** The committee knows it, and it may yet be held. */
export const LIVE_STATES: readonly DishState[] = [DishState.PROPOSED, DishState.TAKEN];

export function convenes(tx: TenantTransaction, { networkId }: Pick<Dish, 'networkId'>): boolean {
  return tx.actor.convenedNetworkIds.includes(networkId);
}

/** A representative speaks for no unit, not even for that of its committee. */
export function speaksForLead(
  { actor }: TenantTransaction,
  { leadUnitId }: Pick<Dish, 'leadUnitId'>,
): boolean {
  return leadUnitId === actor.unitId && actor.role !== 'REPRESENTATIVE';
}

/** For its lead, or for the committee. */
export function speaksForDish(tx: TenantTransaction, dish: Pick<Dish, 'networkId' | 'leadUnitId'>): boolean {
  return convenes(tx, dish) || speaksForLead(tx, dish);
}

export function isOwn(tx: TenantTransaction, { unitId }: Pick<Dish, 'unitId'>): boolean {
  return unitId === tx.actor.unitId;
}
