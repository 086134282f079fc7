import type { Span } from '#calendar';
import { Refused } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In, IsNull, Not } from 'typeorm';
import { DishDate } from '../dish/dish-date.entity.js';
import { Dish } from '../dish/dish.entity.js';
import { findClashes, MenuWarningCode } from '../warning/clashes.js';
import { DishClash, type HeldBeside } from './dish-clash.refusal.js';

type Recorded = Pick<Dish, 'id' | 'networkId' | 'month' | 'kind' | 'leadUnitId' | 'place'>;

/**
 * Of what is published on the menu of that month; with the menu held, nothing comes in between.
 * @throws Refused DISH_CLASH where the same unit led another dish, or one was held at the same place, at an overlapping time; of
 * `codes` alone
 */
export async function expectNoClash(
  tx: TenantTransaction,
  recorded: Recorded,
  dates: readonly Span[],
  codes: readonly MenuWarningCode[] = [MenuWarningCode.SAME_PLACE, MenuWarningCode.SAME_LEAD],
): Promise<void> {
  const others = await listPublished(tx, recorded);
  const held = others.flatMap(({ dish, dates: own }): HeldBeside[] =>
    findClashes([toCompare(recorded, dates), toCompare(dish, own)])
      .filter(({ code }) => codes.includes(code))
      .map(({ code }) => ({ code, dish })),
  );
  if (held.length > 0) throw new Refused(new DishClash(held));
}

/** Of what was cancelled no date stands. */
async function listPublished(tx: TenantTransaction, { id, networkId, month }: Recorded) {
  const { regionId } = tx;
  return asCommittee(tx, networkId, async () => {
    const dishes = await tx.manager.find(Dish, {
      where: {
        regionId,
        networkId,
        month,
        id: Not(id),
        publishedAt: Not(IsNull()),
      },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    const dishId = In(dishes.map((dish) => dish.id));
    const dates = await tx.manager.findBy(DishDate, { regionId, dishId, cancelledAt: IsNull() });
    return dishes.map((dish) => ({ dish, dates: dates.filter((date) => date.dishId === dish.id) }));
  });
}

/** Whom it was for and what was booked do not count: many things are for all, and nothing is booked for the past. */
function toCompare({ id, kind, leadUnitId, place }: Recorded, dates: readonly Span[]) {
  return { id, kind, leadUnitId, place, dates, segments: [], offerIds: [] };
}
