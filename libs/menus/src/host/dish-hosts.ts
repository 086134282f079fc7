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

type Said = Pick<DishHost, 'unitId' | 'isLead' | 'state' | 'isPublished' | 'answeredAt' | 'onBehalf'>;

/** Who has said nothing yet is nobody else’s business. */
const UNANSWERED = { state: ASKED, isPublished: false, answeredAt: null, onBehalf: false };

/** A dish is first published once the lead that was named has answered; what is published keeps its lead until then. */
export function awaitsLead({ id, publishedAt }: Dish, asked: readonly DishHost[]): boolean {
  return publishedAt === null && asked.some(({ dishId, isLead }) => isLead && dishId === id);
}

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

  /** Asks a unit to lead; whoever leads does until that says yes. Who proposed it has, and the committee does not ask itself. */
  async name(tx: TenantTransaction, dish: Dish, leadUnitId: string): Promise<Dish> {
    const live = await this.listLive(tx, dish);
    const asked = live.filter(({ isLead, state }) => isLead && state === ASKED);
    const named = asked[0]?.unitId ?? dish.leadUnitId;
    if (named === leadUnitId) return dish;
    const { convenerUnitId } = found(await tx.find(Network, dish.networkId));
    if ([dish.leadUnitId, dish.unitId, convenerUnitId].includes(leadUnitId))
      return this.seat(tx, dish, leadUnitId);
    const beside = live.filter(({ unitId }) => unitId === leadUnitId);
    await this.drop(tx, dish, [...asked, ...beside]);
    return this.ask(tx, dish, leadUnitId, true);
  }

  /** It leads from now on; who led, and who was asked to, no longer does. */
  async seat(tx: TenantTransaction, dish: Dish, leadUnitId: string): Promise<Dish> {
    const live = await this.listLive(tx, dish);
    const gone = live.filter(({ isLead, unitId }) => isLead !== (unitId === leadUnitId));
    await this.drop(tx, dish, gone);
    return this.follow(tx, dish, { leadUnitId });
  }

  /** Those asked that have not answered. By the committee. */
  listAsked(tx: TenantTransaction, dishes: readonly Dish[]): Promise<DishHost[]> {
    const dishId = In(dishes.map(({ id }) => id));
    return tx.manager.findBy(DishHost, { regionId: tx.regionId, dishId, state: ASKED });
  }

  /** Asks a unit; from now on it reads the dish. The committee need not ask itself. */
  async ask(tx: TenantTransaction, dish: Dish, unitId: string, isLead: boolean): Promise<Dish> {
    await this.insert(tx, dish, { unitId, isLead, ...UNANSWERED });
    return this.follow(tx, dish);
  }

  /** The same for one that reads the dish already. */
  async noteAsked(tx: TenantTransaction, dish: Dish, unitId: string): Promise<void> {
    await this.insert(tx, dish, { unitId, isLead: false, ...UNANSWERED });
  }

  /**
   * It led the dish, or took part, as it told the committee: marked, told to it, and taken back by its no. Of its own
   * part the committee tells itself nothing.
   */
  async noteYes(tx: TenantTransaction, dish: Dish, unitId: string): Promise<void> {
    const onBehalf = unitId !== dish.unitId;
    const said = { state: ACCEPTED, answeredAt: tx.now, onBehalf };
    const isLead = unitId === dish.leadUnitId;
    const isPublished = dish.publishedAt !== null;
    const note = () => this.insert(tx, dish, { unitId, isLead, isPublished, ...said });
    await (onBehalf ? tx.asWordOf(unitId, note) : note());
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

  private insert(tx: TenantTransaction, dish: Dish, said: Said): Promise<DishHost> {
    const fresh = { id: tx.newId(), reason: null, askedAt: tx.now, version: 1 };
    return asCommittee(tx, dish.networkId, () => tx.insert(DishHost, { ...partOf(dish), ...said, ...fresh }));
  }
}
