import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { spanOfMonth } from '../menu/month.js';
import { planDates, type DatePlan } from './date-plan.js';
import { DishDate } from './dish-date.entity.js';
import { partOf } from './dish-readers.js';
import type { Dish } from './dish.entity.js';
import type { DishDateInput } from './dish.inputs.js';

/** A date as it was said first. */
export const UNMOVED = { cancelledAt: null, movedAt: null, version: 1 };

/** When a dish is held. With the dish locked. */
@Injectable()
export class DishDates {
  /** Those that stand, the earliest first. */
  listStanding(tx: TenantTransaction, dishId: string): Promise<DishDate[]> {
    const where = { regionId: tx.regionId, dishId, cancelledAt: IsNull() };
    return tx.manager.find(DishDate, { where, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  /** @throws ApiError BAD_USER_INPUT for dates that are over, lie outside the month, overlap, are named twice, or are not of this dish */
  async plan(
    tx: TenantTransaction,
    month: string,
    standing: readonly DishDate[],
    wanted: readonly DishDateInput[],
  ): Promise<DatePlan> {
    const within = spanOfMonth(month, await timeZoneOf(tx));
    return planDates(standing, wanted, { now: tx.now, within });
  }

  async carryOut(tx: TenantTransaction, dish: Dish, { moved, added, dropped }: DatePlan): Promise<void> {
    const spans = new Map(moved.map(({ date, to: { startsAt, endsAt } }) => [date.id, { startsAt, endsAt }]));
    await tx.updateAll(
      DishDate,
      moved.map(({ date }) => date),
      ({ id }) => ({ ...spans.get(id), movedAt: tx.now }),
    );
    await tx.insertAll(
      DishDate,
      added.map(({ startsAt, endsAt }) => ({
        ...partOf(dish),
        id: tx.newId(),
        startsAt,
        endsAt,
        ...UNMOVED,
      })),
    );
    if (dish.publishedAt) await this.cancel(tx, dropped);
    else for (const date of dropped) await tx.remove(DishDate, date);
  }

  async cancel(tx: TenantTransaction, dates: readonly DishDate[]): Promise<void> {
    await tx.updateAll(DishDate, dates, () => ({ cancelledAt: tx.now }));
  }
}
