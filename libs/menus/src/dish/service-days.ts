import { spanOfDay } from '#calendar';
import { found } from '#graphql';
import { Network, ServiceDay, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { dayOfMonth } from '../menu/month.js';
import { DishDate } from './dish-date.entity.js';
import { UNMOVED } from './dish-dates.js';
import { partOf } from './dish-readers.js';
import { Dish, DishKind, DishState } from './dish.entity.js';
import { SILENT, UNTOUCHED } from './dish.draft.js';

/** The fixed days of a network stand on each new menu by themselves; the committee may change or withdraw them there. */
@Injectable()
export class ServiceDays {
  /** Those of the month that are not over; a month without a 31st has none on it. */
  async putOn(tx: TenantTransaction, networkId: string, month: string): Promise<void> {
    const zone = await timeZoneOf(tx);
    const { convenerUnitId } = found(await tx.find(Network, networkId));
    const days = await tx.manager.find(ServiceDay, {
      where: { regionId: tx.regionId, networkId },
      order: { day: 'ASC' },
    });
    for (const { day, name } of days) {
      const local = dayOfMonth(month, day);
      const span = local && spanOfDay(local, zone);
      if (span && span.endsAt > tx.now) {
        await this.put(tx, {
          networkId,
          month,
          serviceDay: day,
          title: name,
          unitId: convenerUnitId,
          ...span,
        });
      }
    }
  }

  private async put(
    tx: TenantTransaction,
    day: Pick<Dish, 'networkId' | 'month' | 'serviceDay' | 'title' | 'unitId' | 'startsAt' | 'endsAt'>,
  ): Promise<void> {
    const dish = await tx.insert(Dish, {
      ...UNTOUCHED,
      ...SILENT,
      copiedFromId: null,
      ...day,
      id: tx.newId(),
      leadUnitId: day.unitId,
      readerUnitIds: [],
      kind: DishKind.SERVICE_DAY,
      state: DishState.TAKEN,
      postedAt: tx.now,
      proposedAt: tx.now,
      takenAt: tx.now,
      updatedAt: tx.now,
    });
    const { startsAt, endsAt } = dish;
    await tx.insert(DishDate, { ...partOf(dish), id: tx.newId(), startsAt, endsAt, ...UNMOVED });
  }
}
