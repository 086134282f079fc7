import { MenuChangeCode, type MenuChange } from '../version/menu-changes.js';
import type { PublishedDish } from '../version/published-dish.js';

/** Whoever is told of it may no longer be able to come. */
export function isMove({ code }: Pick<MenuChange, 'code'>): boolean {
  return code === MenuChangeCode.TIME || code === MenuChangeCode.PLACE;
}

/** What of a version is new to those who signed up: of dates that were merely dropped they were told at once. */
export function newsOf(
  changes: readonly MenuChange[],
  before: readonly PublishedDish[],
  after: readonly PublishedDish[],
): MenuChange[] {
  const dates = (dishes: readonly PublishedDish[], id: string) =>
    dishes.find((dish) => dish.id === id)?.dates ?? [];
  const stood = (id: string) =>
    new Set(dates(before, id).map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`));
  return changes.filter(
    ({ code, dishId }) =>
      code !== MenuChangeCode.TIME ||
      dates(after, dishId).some(({ startsAt, endsAt }) => !stood(dishId).has(`${startsAt} ${endsAt}`)),
  );
}
