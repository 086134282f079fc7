import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { partOf } from '../dish/dish-readers.js';
import type { Dish } from '../dish/dish.entity.js';
import { DishFigures } from './dish-figures.entity.js';

export type FigureChange = Partial<Pick<DishFigures, 'checkedInHeads' | 'reviewCount' | 'markSum'>>;

/** Keeps the figures of a dish in step with what they sum up; with the dish locked. */
@Injectable()
export class DishSums {
  add(tx: TenantTransaction, dish: Dish, change: FigureChange): Promise<DishFigures> {
    return asCommittee(tx, dish.networkId, async () => {
      const where = { regionId: tx.regionId, dishId: dish.id };
      const known = await tx.manager.findOneBy(DishFigures, where);
      const sums = {
        checkedInHeads: (known?.checkedInHeads ?? 0) + (change.checkedInHeads ?? 0),
        reviewCount: (known?.reviewCount ?? 0) + (change.reviewCount ?? 0),
        markSum: (known?.markSum ?? 0) + (change.markSum ?? 0),
      };
      if (known) return tx.change(DishFigures, known, sums);
      return tx.insert(DishFigures, { ...partOf(dish), ...sums, id: tx.newId() });
    });
  }
}
