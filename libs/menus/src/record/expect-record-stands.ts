import type { Span } from '#calendar';
import type { TenantTransaction } from '#tenancy';
import type { DishSaid } from '../dish/dish.draft.js';
import { DishKind, type Dish } from '../dish/dish.entity.js';
import { MenuWarningCode } from '../warning/clashes.js';
import { expectNoClash } from './expect-no-clash.js';

/**
 * Said anew, it still did not clash, as far as that makes it new: a lead that took its word back may have left it to a
 * committee that led another dish then, and its words are corrected all the same.
 */
export async function expectRecordStands(
  tx: TenantTransaction,
  dish: Dish,
  said: Partial<DishSaid>,
  dates: readonly Span[],
): Promise<void> {
  const { id, networkId, month, leadUnitId, kind, place } = dish;
  const anew = { id, networkId, month, leadUnitId, kind, place, ...said };
  // Service days go on beside everything.
  const wasBeside = kind === DishKind.SERVICE_DAY && anew.kind !== kind;
  if (wasBeside) await expectNoClash(tx, anew, dates);
  else if (anew.place !== place) await expectNoClash(tx, anew, dates, [MenuWarningCode.SAME_PLACE]);
}
