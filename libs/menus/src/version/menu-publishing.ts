import { expectState, refuseState } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { awaitsLead, DishHosts } from '../host/dish-hosts.js';
import { Dish, DishState } from '../dish/dish.entity.js';
import { DishRepository } from '../dish/dish.repository.js';
import { isOver } from '../menu/expect-month.js';
import { Menu, MenuState } from '../menu/menu.entity.js';
import { MenuRepository } from '../menu/menu.repository.js';
import { MENU_STATES, MENU_WORDS } from '../menu/menu.words.js';
import { MenuNotices } from '../notice/menu-notices.js';
import { SignUps } from '../sign-up/sign-ups.js';
import { changesBetween } from './menu-changes.js';
import { MenuVersion } from './menu-version.entity.js';
import { describeDishes } from './published-dish.js';

const { COLLECTING, PUBLISHED } = MenuState;

/** Fixes what stands on a menu as its next version: once, however many publish at once. */
@Injectable()
export class MenuPublishing {
  constructor(
    private readonly menus: MenuRepository,
    private readonly dishes: DishRepository,
    private readonly hosts: DishHosts,
    private readonly signUps: SignUps,
    private readonly notices: MenuNotices,
  ) {}

  /** What was taken since is shown with it. Two who decide on one version: one publishes, one is refused. */
  async publish(tx: TenantTransaction, id: string, version: number): Promise<Menu> {
    const menu = await this.menus.takeVersion(tx, id, version);
    expectState(menu, [COLLECTING, PUBLISHED], MENU_STATES);
    if (await isOver(tx, menu.month)) refuseState(menu, MENU_WORDS.pastMonth);
    const dishes = await this.lockTaken(tx, menu);
    if (dishes.length === 0 && menu.edition === 0) refuseState(menu, MENU_WORDS.empty);
    await this.expectReady(tx, menu, dishes);
    await this.fix(tx, menu, dishes);
    for (const dish of dishes.filter(({ publishedAt }) => publishedAt === null)) {
      await this.signUps.open(tx, await this.dishes.change(tx, dish, { publishedAt: tx.now }));
    }
    const publishedAt = menu.publishedAt ?? tx.now;
    return this.menus.change(tx, menu, { state: PUBLISHED, edition: menu.edition + 1, publishedAt });
  }

  private async fix(tx: TenantTransaction, menu: Menu, dishes: readonly Dish[]): Promise<void> {
    const shown = await describeDishes(tx, dishes);
    const last = await tx.manager.findOneBy(MenuVersion, {
      regionId: tx.regionId,
      menuId: menu.id,
      number: menu.edition,
    });
    const zone = await timeZoneOf(tx);
    const changes = last ? changesBetween(last.dishes, shown, zone, await this.reasons(tx, menu)) : [];
    if (last && changes.length === 0) refuseState(menu, MENU_WORDS.nothingNew);
    const version = await tx.insert(MenuVersion, {
      id: tx.newId(),
      menuId: menu.id,
      networkId: menu.networkId,
      number: menu.edition + 1,
      publishedAt: tx.now,
      dishes: shown,
      changes,
    });
    if (last) await this.notices.tellOfVersion(tx, version, last.dishes);
  }

  /** Why what was published of it is not held, by the id of the dish. */
  private async reasons(tx: TenantTransaction, { networkId, month }: Menu): Promise<Map<string, string>> {
    const where = { regionId: tx.regionId, networkId, month, state: DishState.CANCELLED };
    const cancelled = await tx.manager.findBy(Dish, where);
    return new Map(cancelled.map(({ id, reason }) => [id, reason ?? '']));
  }

  /** By id, which is the order in which they are locked. A version announces: what is recorded after the fact stands beside it. */
  private lockTaken(tx: TenantTransaction, { networkId, month }: Menu): Promise<Dish[]> {
    return tx.manager.find(Dish, {
      where: { regionId: tx.regionId, networkId, month, state: DishState.TAKEN, recordedAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** Nobody is named on it who has not said yes, and nobody is invited to what is over. */
  private async expectReady(tx: TenantTransaction, menu: Menu, dishes: readonly Dish[]): Promise<void> {
    const fresh = dishes.filter(({ publishedAt }) => publishedAt === null);
    const asked = await this.hosts.listAsked(tx, fresh);
    for (const dish of fresh) {
      const { title } = dish;
      if (dish.endsAt <= tx.now) refuseState(menu, MENU_WORDS.dishIsOver({ title }));
      if (awaitsLead(dish, asked)) refuseState(menu, MENU_WORDS.leadAwaited({ title }));
    }
  }
}
