import type { FileCarrier } from '#files';
import { asCommittee } from '#network';
import { found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Dish } from '../dish/dish.entity.js';
import { speaksForDish } from '../dish/dish.policy.js';
import { Menu, MenuState } from '../menu/menu.entity.js';
import { DishOutcome } from './dish-outcome.entity.js';

/** Who holds the dish and whether its menu is open stand in rows of their own, so that they are looked up together. */
type Carrier = DishOutcome & { readonly isOpenToUs: boolean };

/** What shows what came of a dish: from its lead and the committee, until its menu is closed. */
export const DISH_OUTCOME_FILES: FileCarrier<Carrier> = {
  type: 'DishOutcome',
  find: async (tx, id) => asCarrier(tx, await tx.find(DishOutcome, id)),
  hold: async (tx, id) => {
    const known = await tx.find(DishOutcome, id);
    if (!known) return null;
    return asCarrier(tx, await asCommittee(tx, known.networkId, () => tx.lock(DishOutcome, id)));
  },
  mayChange: (_tx, { isOpenToUs }) => isOpenToUs,
  // It hangs on what the network reads: it is published.
  audienceOf: ({ dishUnitId, readerUnitIds, networkId }) => ({
    unitIds: [dishUnitId, ...readerUnitIds],
    networkIds: [networkId],
    committeeNetworkIds: [networkId],
  }),
};

async function asCarrier(tx: TenantTransaction, outcome: DishOutcome | null): Promise<Carrier | null> {
  if (!outcome) return null;
  const dish = found(await tx.find(Dish, outcome.dishId));
  const { regionId } = tx;
  const { networkId, month } = dish;
  const isClosed = await tx.manager.existsBy(Menu, { regionId, networkId, month, state: MenuState.CLOSED });
  return Object.assign(outcome, { isOpenToUs: speaksForDish(tx, dish) && !isClosed });
}
