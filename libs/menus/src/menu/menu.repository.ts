import { ApiError, expectVersion, found, refuseState } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Dish } from '../dish/dish.entity.js';
import { DISH_WORDS } from '../dish/dish.words.js';
import { ServiceDays } from '../dish/service-days.js';
import { Menu, MenuState } from './menu.entity.js';

export type MenuDraft = Partial<Omit<Menu, 'regionId' | 'id' | 'version' | 'updatedAt'>>;

/** The way to menus that are about to change; a month has one, whoever comes first. */
@Injectable()
export class MenuRepository {
  constructor(private readonly serviceDays: ServiceDays) {}

  /** Of that month, locked; made with its service days where there is none. By the committee. */
  async hold(tx: TenantTransaction, networkId: string, month: string): Promise<Menu> {
    const stored = await this.find(tx, networkId, month);
    return stored ? found(await tx.lock(Menu, stored.id)) : this.create(tx, networkId, month);
  }

  /** The same, for what comes onto it. @throws Refused for a closed one */
  async holdOpen(tx: TenantTransaction, networkId: string, month: string): Promise<void> {
    const menu = await this.hold(tx, networkId, month);
    if (menu.state === MenuState.CLOSED) refuseState(menu, DISH_WORDS.menuClosed);
  }

  /** Null when none is made yet; from then on nobody else makes one before the transaction ends. */
  async find(tx: TenantTransaction, networkId: string, month: string): Promise<Menu | null> {
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('menus ' || id, 0)) FROM network WHERE region_id = $1 AND id = $2`,
      [tx.regionId, networkId],
    );
    return tx.manager.findOneBy(Menu, { regionId: tx.regionId, networkId, month });
  }

  /** Until the transaction ends nobody closes the menu of that dish. @throws Refused for what is closed with it */
  async expectOpen(tx: TenantTransaction, dish: Pick<Dish, 'networkId' | 'month' | 'state'>): Promise<void> {
    if (await isClosed(tx, dish, true)) refuseState(dish, DISH_WORDS.menuClosed);
  }

  /** The same before anything is locked, so that nobody is told of lesser faults first. */
  async expectSeenOpen(
    tx: TenantTransaction,
    dish: Pick<Dish, 'networkId' | 'month' | 'state'>,
  ): Promise<void> {
    if (await isClosed(tx, dish, false)) refuseState(dish, DISH_WORDS.menuClosed);
  }

  /** For what is drafted for it. @throws ApiError BAD_USER_INPUT for a month whose menu is closed */
  async expectMonthOpen(
    tx: TenantTransaction,
    networkId: string,
    month: string,
    path: string,
  ): Promise<void> {
    if (!(await isClosed(tx, { networkId, month }, false))) return;
    throw ApiError.badInput([{ path, message: DISH_WORDS.menuClosed }]);
  }

  async create(tx: TenantTransaction, networkId: string, month: string): Promise<Menu> {
    const menu = await tx.insert(Menu, {
      id: tx.newId(),
      networkId,
      month,
      state: MenuState.COLLECTING,
      edition: 0,
      publishedAt: null,
      closedAt: null,
      updatedAt: tx.now,
      version: 1,
    });
    await this.serviceDays.putOn(tx, networkId, month);
    return menu;
  }

  /** Locked for a step of its committee that was decided on one version; NOT_FOUND for what the actor does not see. */
  async takeVersion(tx: TenantTransaction, id: string, version: number): Promise<Menu> {
    const { networkId } = found(await tx.find(Menu, id));
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    const menu = found(await tx.lock(Menu, id));
    expectVersion(menu, version);
    return menu;
  }

  change(tx: TenantTransaction, menu: Menu, changes: MenuDraft): Promise<Menu> {
    return tx.update(Menu, menu, { ...changes, updatedAt: tx.now });
  }
}

/** Held, nobody closes it until the transaction ends. */
async function isClosed(
  tx: TenantTransaction,
  { networkId, month }: Pick<Dish, 'networkId' | 'month'>,
  isHeld: boolean,
): Promise<boolean> {
  const menu = await asCommittee(tx, networkId, () =>
    tx.manager.findOne(Menu, {
      where: { regionId: tx.regionId, networkId, month },
      ...(isHeld && { lock: { mode: 'pessimistic_read' } }),
    }),
  );
  return menu?.state === MenuState.CLOSED;
}
