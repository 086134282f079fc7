import { refuseState } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { DishCheckIn } from '../check-in/dish-check-in.entity.js';
import { DishDates } from '../dish/dish-dates.js';
import { Dish, DishState } from '../dish/dish.entity.js';
import { DishRepository } from '../dish/dish.repository.js';
import { DishFinding } from '../finding/dish-finding.entity.js';
import { DishHosts } from '../host/dish-hosts.js';
import { MenuNotices } from '../notice/menu-notices.js';
import { DishOutcome } from '../outcome/dish-outcome.entity.js';
import { DishReview } from '../review/dish-review.entity.js';
import { DISH_RECORD_WORDS } from './record.words.js';

/** What was written down by mistake is struck out: it stays to be read, and was held no more than what was cancelled. */
@Injectable()
export class DishStriking {
  constructor(
    private readonly dishes: DishRepository,
    private readonly dates: DishDates,
    private readonly hosts: DishHosts,
    private readonly notices: MenuNotices,
  ) {}

  /** By the committee, with the dish locked. Whoever is named on it is told. @throws Refused once anything rests on it */
  async strike(tx: TenantTransaction, dish: Dish, reason: string): Promise<Dish> {
    if (await isRestedOn(tx, dish)) refuseState(dish, DISH_RECORD_WORDS.stays);
    await this.dates.cancel(tx, await this.dates.listStanding(tx, dish.id));
    const struck = await this.dishes.change(tx, dish, {
      state: DishState.CANCELLED,
      endedAt: tx.now,
      reason,
    });
    const live = await this.hosts.listLive(tx, dish);
    const named = new Set([dish.unitId, dish.leadUnitId, ...live.map(({ unitId }) => unitId)]);
    named.delete(tx.actor.unitId);
    await this.notices.tellStruckOut(tx, struck, [...named].toSorted());
    return struck;
  }
}

/** Who came, what came of it or what was said of it. */
function isRestedOn(tx: TenantTransaction, { id: dishId, networkId }: Dish): Promise<boolean> {
  const { regionId, manager } = tx;
  return asCommittee(tx, networkId, async () => {
    if (await manager.existsBy(DishCheckIn, { regionId, dishId, heads: MoreThan(0) })) return true;
    for (const part of [DishOutcome, DishReview, DishFinding])
      if (await manager.existsBy(part, { regionId, dishId })) return true;
    return false;
  });
}
