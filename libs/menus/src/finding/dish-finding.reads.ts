import { NEED_READS, Need } from '#needs';
import { UNIT_READS } from '#network';
import { asc, readsOf, sql } from '#reads';
import { Dish } from '../dish/dish.entity.js';
import { DISH_READS } from '../dish/dish.reads.js';
import { DishFinding } from './dish-finding.entity.js';

const DISH_FINDING_READS = readsOf(DishFinding, 'DishFinding', (finding) => ({
  dish: finding.row(DISH_READS, { id: 'dishId' }),
  unit: finding.row(UNIT_READS, { id: 'unitId' }),
  need: finding.row(NEED_READS, { id: 'needId' }),
}));

/** What surveys add to dishes, and to needs. */
export const DISH_FINDING_TYPES = [
  DISH_FINDING_READS,
  readsOf(Dish, 'Dish', (dish) => ({
    findings: dish.rows(DISH_FINDING_READS, (finding, { id }) => ({
      where: [sql`${finding.dishId} = ${id}`],
      orderBy: [asc(finding.foundAt), asc(finding.id)],
    })),
  })),
  readsOf(Need, 'Need', (need) => ({
    findings: need.rows(DISH_FINDING_READS, (finding, { id }) => ({
      where: [sql`${finding.needId} = ${id}`],
      orderBy: [asc(finding.foundAt), asc(finding.id)],
    })),
  })),
];
