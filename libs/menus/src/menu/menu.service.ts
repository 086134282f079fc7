import { ApiError, expectState, refuseState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Dish, DishState } from '../dish/dish.entity.js';
import { expectMonth, isOver } from './expect-month.js';
import { Menu, MenuState } from './menu.entity.js';
import { MenuRepository } from './menu.repository.js';
import { MENU_STATES, MENU_WORDS } from './menu.words.js';

/** The first and the last step of a menu; what is between is publishing. */
@Injectable()
export class MenuService {
  constructor(private readonly menus: MenuRepository) {}

  /** With its service days, before anything is proposed. */
  async open(tx: TenantTransaction, networkId: string, month: string): Promise<Menu> {
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.notFound();
    await expectTakesPart(tx, [networkId]);
    await expectMonth(tx, month, 'month');
    const stored = await this.menus.find(tx, networkId, month);
    if (stored) refuseState(stored, MENU_WORDS.openAlready);
    return this.menus.create(tx, networkId, month);
  }

  /** When nothing on it lies ahead any more; what was never published, when its month is over. */
  async close(tx: TenantTransaction, id: string, version: number): Promise<Menu> {
    const menu = await this.menus.takeVersion(tx, id, version);
    expectState(menu, [MenuState.COLLECTING, MenuState.PUBLISHED], MENU_STATES);
    if (menu.state === MenuState.COLLECTING && !(await isOver(tx, menu.month)))
      refuseState(menu, MENU_WORDS.notPublished);
    const { networkId, month } = menu;
    const ahead = {
      regionId: tx.regionId,
      networkId,
      month,
      state: DishState.TAKEN,
      endsAt: MoreThan(tx.now),
    };
    if (await tx.manager.existsBy(Dish, ahead)) refuseState(menu, MENU_WORDS.notOver);
    return this.menus.change(tx, menu, { state: MenuState.CLOSED, closedAt: tx.now });
  }
}
