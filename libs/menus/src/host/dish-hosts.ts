import { found } from '#graphql';
import { asCommittee, Network } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { partOf } from '../dish/dish-readers.js';
import type { Dish } from '../dish/dish.entity.js';
import { DishRepository, type DishChange } from '../dish/dish.repository.js';
import { DishHost, DishHostState } from './dish-host.entity.js';

const { ASKED, ACCEPTED, WITHDRAWN } = DishHostState;
const LIVE = [ASKED, ACCEPTED];

/** Which units take part in a dish; with the dish locked, and the rights of its committee. */
@Injectable()
export class DishHosts {
  constructor(private readonly dishes: DishRepository) {}

  /** Those asked or taking part, the earliest asked first. */
  listLive(tx: TenantTransaction, { id: dishId, networkId }: Dish): Promise<DishHost[]> {
    const where = { regionId: tx.regionId, dishId, state: In(LIVE) };
    return asCommittee(tx, networkId, () =>
      tx.manager.find(DishHost, { where, order: { askedAt: 'ASC', id: 'ASC' } }),
    );
  }

  /** Whether its lead has said so: whoever proposed it has, and the committee does not ask itself. */
  async hasLead(tx: TenantTransaction, dish: Dish): Promise<boolean> {
    const { convenerUnitId } = found(await tx.find(Network, dish.networkId));
    if ([dish.unitId, convenerUnitId].includes(dish.leadUnitId)) return true;
    const live = await this.listLive(tx, dish);
    return live.some(
      ({ isLead, state, unitId }) => isLead && state === ACCEPTED && unitId === dish.leadUnitId,
    );
  }

  /** Asks a unit; from now on it reads the dish. The committee need not ask itself. */
  async ask(
    tx: TenantTransaction,
    dish: Dish,
    unitId: string,
    isLead: boolean,
    changes: DishChange = {},
  ): Promise<Dish> {
    await asCommittee(tx, dish.networkId, () =>
      tx.insert(DishHost, {
        ...partOf(dish),
        isPublished: false,
        id: tx.newId(),
        unitId,
        isLead,
        state: ASKED,
        reason: null,
        askedAt: tx.now,
        answeredAt: null,
        onBehalf: false,
        version: 1,
      }),
    );
    return this.follow(tx, dish, changes);
  }

  /** Nobody is awaited, and nobody takes part any more: it was sent back, withdrawn or has another lead. */
  async drop(tx: TenantTransaction, dish: Dish, hosts: readonly DishHost[]): Promise<void> {
    await asCommittee(tx, dish.networkId, () =>
      tx.updateAll(DishHost, hosts, () => ({ state: WITHDRAWN, isPublished: false })),
    );
  }

  /** Who takes part reads the dish. */
  async follow(tx: TenantTransaction, dish: Dish, changes: DishChange = {}): Promise<Dish> {
    const { leadUnitId = dish.leadUnitId } = changes;
    const live = await this.listLive(tx, dish);
    const units = new Set([leadUnitId, ...live.map(({ unitId }) => unitId)]);
    units.delete(dish.unitId);
    return this.dishes.change(tx, dish, { ...changes, readerUnitIds: [...units].toSorted() });
  }
}
