import { ApiError } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { type Dish, DishKind } from '../dish/dish.entity.js';
import { DishFinding } from './dish-finding.entity.js';
import { DISH_FINDING_WORDS as W } from './dish-finding.words.js';

/**
 * With the dish locked, as findings are added.
 * @throws ApiError BAD_USER_INPUT where a survey would become something else while its findings stand
 */
export async function expectKeepsSurvey(
  tx: TenantTransaction,
  dish: Dish,
  kind: DishKind | null | undefined,
): Promise<void> {
  if (dish.kind !== DishKind.TOPICAL_SURVEY || !kind || kind === DishKind.TOPICAL_SURVEY) return;
  const ofDish = { regionId: tx.regionId, dishId: dish.id };
  const isKept = await asCommittee(tx, dish.networkId, () => tx.manager.existsBy(DishFinding, ofDish));
  if (isKept) throw ApiError.badInput([{ path: 'input.kind', message: W.surveyStays }]);
}
