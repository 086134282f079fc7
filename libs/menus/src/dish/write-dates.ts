import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import type { FindOptionsWhere } from 'typeorm';
import { DishDate } from './dish-date.entity.js';
import { writeDishTime } from './dish-time.js';

/** When a dish is held, in Chinese on the wall clock of its network; null without a date. */
export async function writeDates(
  tx: TenantTransaction,
  which: FindOptionsWhere<DishDate>,
): Promise<string | null> {
  const zone = await timeZoneOf(tx);
  const dates = await tx.manager.find(DishDate, {
    where: { ...which, regionId: tx.regionId },
    order: { startsAt: 'ASC', id: 'ASC' },
  });
  return dates.length === 0 ? null : dates.map((date) => writeDishTime(date, zone).zh).join('、');
}
