import { found, hidePhones, joinChat } from '#graphql';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Dish } from '../dish/dish.entity.js';
import { writeTitle } from '../dish/dish-title.js';
import { DishFigures } from '../doing/dish-figures.entity.js';
import type { DishOutcome } from './dish-outcome.entity.js';
import { DISH_OUTCOME_CHAT as CHAT } from './dish-outcome.words.js';

/** What one would write into the group chat about what came of a dish, in plain Chinese: no names of persons, no phones. */
export async function writeDishOutcomeChat(tx: TenantTransaction, outcome: DishOutcome): Promise<string> {
  const { dishId, unitId, heads, hours, what } = outcome;
  const title = writeTitle(found(await tx.find(Dish, dishId)));
  const unit = await tx.find(Unit, unitId);
  const figures = await tx.manager.findOneBy(DishFigures, { regionId: tx.regionId, dishId });
  const text = joinChat([
    CHAT.headline({ title }),
    CHAT.lead({ unit: unit?.name ?? CHAT.aUnit }),
    CHAT.heads({ heads }),
    CHAT.hours({ hours }),
    CHAT.what({ what }),
    figures?.reviewCount ? CHAT.rating({ count: figures.reviewCount, mean: meanOf(figures) }) : null,
  ]);
  return hidePhones(text);
}

/** To one place, half up; exact, as marks are whole. */
function meanOf({ markSum, reviewCount }: DishFigures): string {
  const tenths = Math.floor((20 * markSum + reviewCount) / (2 * reviewCount));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
