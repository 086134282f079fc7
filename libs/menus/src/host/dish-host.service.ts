import { ApiError, expectState, expectVersion, found, refuseState } from '#graphql';
import { asCommittee, expectTakesPart, holdMembers, notMember } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishService } from '../dish/dish.service.js';
import { Dish } from '../dish/dish.entity.js';
import { convenes, isOwn, LIVE_STATES } from '../dish/dish.policy.js';
import { DishRepository } from '../dish/dish.repository.js';
import { DISH_HOST_STATES, DISH_STATES, DISH_WORDS } from '../dish/dish.words.js';
import { MenuRepository } from '../menu/menu.repository.js';
import { DISH_RECORD_WORDS } from '../record/record.words.js';
import { DishHost, DishHostState, MOST_HOSTS } from './dish-host.entity.js';
import { DishHosts } from './dish-hosts.js';

const { ASKED, ACCEPTED, DECLINED } = DishHostState;

/** Units are asked to lead a dish, or to hold it with others, and say yes or no. Each step locks the dish first. */
@Injectable()
export class DishHostService {
  constructor(
    private readonly dishes: DishRepository,
    private readonly hosts: DishHosts,
    private readonly service: DishService,
    private readonly menus: MenuRepository,
  ) {}

  /** By its unit or the committee, once it is proposed: whoever is asked reads it. */
  async ask(tx: TenantTransaction, id: string, version: number, unitId: string): Promise<Dish> {
    const known = found(await tx.find(Dish, id));
    expectMayAsk(tx, known);
    const members = await holdMembers(tx, known.networkId, [unitId]);
    await this.menus.expectOpen(tx, known);
    const dish = await this.dishes.takeVersion(tx, id, version);
    expectState(dish, LIVE_STATES, DISH_STATES);
    if (unitId === dish.leadUnitId) throw badUnit(DISH_WORDS.isLead);
    if (!members.has(unitId)) throw notMember('unitId');
    const live = await this.hosts.listLive(tx, dish);
    if (live.some((host) => host.unitId === unitId)) refuseState(dish, DISH_WORDS.isHost);
    if (live.length >= MOST_HOSTS) throw badUnit(DISH_WORDS.tooManyHosts);
    return this.hosts.ask(tx, dish, unitId, false);
  }

  /** With its yes a lead takes over from whoever led; with a later no it leaves the dish to the committee. */
  async answer(
    tx: TenantTransaction,
    id: string,
    version: number,
    { accept, reason }: { accept: boolean; reason: string | null },
  ): Promise<Dish> {
    const { networkId, unitId } = found(await tx.find(DishHost, id));
    if (unitId !== tx.actor.unitId) throw ApiError.forbidden();
    await expectTakesPart(tx, [networkId]);
    const { host, dish } = await this.take(tx, id, version, accept ? [ASKED] : [ASKED, ACCEPTED]);
    const onBehalf = tx.actor.role === 'ON_BEHALF';
    const state = accept ? ACCEPTED : DECLINED;
    await asCommittee(tx, networkId, () =>
      tx.update(DishHost, host, {
        state,
        reason: accept ? null : reason,
        answeredAt: tx.now,
        onBehalf,
        isPublished: accept && dish.publishedAt !== null,
      }),
    );
    return accept && host.isLead ? this.hosts.seat(tx, dish, unitId) : this.leave(tx, dish, host);
  }

  /** Who asked asks no longer. */
  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<Dish> {
    const { dishId } = found(await tx.find(DishHost, id));
    expectMayAsk(tx, found(await tx.find(Dish, dishId)));
    const { host, dish } = await this.take(tx, id, version, [ASKED, ACCEPTED]);
    if (dish.recordedAt && host.isLead) refuseState(dish, DISH_RECORD_WORDS.fixed);
    await this.hosts.drop(tx, dish, [host]);
    return this.leave(tx, dish, host);
  }

  private leave(tx: TenantTransaction, dish: Dish, { isLead, unitId }: DishHost): Promise<Dish> {
    const led = isLead && dish.leadUnitId === unitId;
    return led ? this.service.leadFallsBack(tx, dish) : this.hosts.follow(tx, dish);
  }

  private async take(
    tx: TenantTransaction,
    id: string,
    version: number,
    states: readonly DishHostState[],
  ): Promise<{ host: DishHost; dish: Dish }> {
    const { dishId, networkId } = found(await tx.find(DishHost, id));
    await this.menus.expectOpen(tx, found(await tx.find(Dish, dishId)));
    const dish = found(await asCommittee(tx, networkId, () => tx.lock(Dish, dishId)));
    const host = found(await asCommittee(tx, networkId, () => tx.lock(DishHost, id)));
    expectVersion(host, version);
    expectState(host, states, DISH_HOST_STATES);
    expectState(dish, LIVE_STATES, DISH_STATES);
    return { host, dish };
  }
}

/** Its unit until it is taken, and the committee. */
function expectMayAsk(tx: TenantTransaction, dish: Dish): void {
  if (convenes(tx, dish) || (isOwn(tx, dish) && dish.takenAt === null)) return;
  throw ApiError.forbidden();
}

function badUnit(message: (typeof DISH_WORDS)['isLead']): ApiError {
  return ApiError.badInput([{ path: 'unitId', message }]);
}
