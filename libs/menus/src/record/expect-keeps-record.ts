import { refuseState } from '#graphql';
import type { Dish } from '../dish/dish.entity.js';
import type { UpdateDishInput } from '../dish/dish.inputs.js';
import { DISH_RECORD_WORDS } from './record.words.js';

/** What was held is described anew, never put elsewhere. @throws Refused for another time, lead, quota or sign-up */
export function expectKeepsRecord(dish: Dish, input: UpdateDishInput): void {
  const { dates, leadUnitId, quota, quotaPerUnit, signUpDeadline, allowsPassing } = input;
  if (dates || leadUnitId || quota || quotaPerUnit || signUpDeadline || allowsPassing)
    refuseState(dish, DISH_RECORD_WORDS.fixed);
}
