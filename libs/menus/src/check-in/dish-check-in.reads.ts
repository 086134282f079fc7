import { UNIT_READS } from '#network';
import { asc, readsOf, sql } from '#reads';
import { DishDate } from '../dish/dish-date.entity.js';
import { DishCheckIn } from './dish-check-in.entity.js';
import { DishDesk } from './dish-desk.entity.js';

const DISH_CHECK_IN_READS = readsOf(DishCheckIn, 'DishCheckIn', (entry) => ({
  unit: entry.row(UNIT_READS, { id: 'unitId' }),
}));

const DISH_DESK_READS = readsOf(DishDesk, 'DishDesk', (desk) => ({
  checkInCode: desk.resolverOfEntity(),
}));

/** What checking in adds to a date. */
export const DISH_CHECK_IN_TYPES = [
  DISH_CHECK_IN_READS,
  DISH_DESK_READS,
  readsOf(DishDate, 'DishDate', (date) => ({
    desk: date.row(DISH_DESK_READS, { id: 'id' }),
    checkIns: date.rows(DISH_CHECK_IN_READS, (entry, { id }) => ({
      where: [sql`${entry.dateId} = ${id}`],
      orderBy: [asc(entry.notedAt), asc(entry.id)],
    })),
  })),
];
