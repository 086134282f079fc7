import { localDayOf } from '#calendar';
import { asCommittee, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Dish } from '../dish/dish.entity.js';
import { ledPartOf } from '../dish/led-part.js';
import { DishSums } from '../doing/dish-sums.js';
import { DishReview } from './dish-review.entity.js';

/** What is said of a dish: a mark from 1 to 5, and words if there are any. */
export interface Opinion {
  readonly mark: number;
  readonly comment: string | null;
}

/** Writes what was said without a name, and adds it up; with the dish locked. */
@Injectable()
export class DishReviews {
  constructor(private readonly sums: DishSums) {}

  async add(tx: TenantTransaction, dish: Dish, opinion: Opinion): Promise<DishReview> {
    const day = localDayOf(tx.now, await timeZoneOf(tx)).toString();
    const review = await asCommittee(tx, dish.networkId, () =>
      tx.insert(DishReview, { ...ledPartOf(dish), ...opinion, id: tx.newId(), day }),
    );
    await this.sums.add(tx, dish, { reviewCount: 1, markSum: opinion.mark });
    return review;
  }

  /** What was said with codes, as of today; in an order that tells nothing. */
  async addLot(tx: TenantTransaction, dish: Dish, lot: readonly (Opinion & { id: string })[]): Promise<void> {
    if (lot.length === 0) return;
    const day = localDayOf(tx.now, await timeZoneOf(tx)).toString();
    const rows = lot.map(({ id, mark, comment }) => ({ ...ledPartOf(dish), id, mark, comment, day }));
    await asCommittee(tx, dish.networkId, () => tx.insertAll(DishReview, rows));
    const markSum = lot.reduce((sum, { mark }) => sum + mark, 0);
    await this.sums.add(tx, dish, { reviewCount: lot.length, markSum });
  }

  async change(tx: TenantTransaction, dish: Dish, id: string, opinion: Opinion): Promise<void> {
    await asCommittee(tx, dish.networkId, async () => {
      const review = await tx.find(DishReview, id);
      if (!review) throw new Error('A reviewer has no review.');
      await tx.change(DishReview, review, { ...opinion });
      await this.sums.add(tx, dish, { markSum: opinion.mark - review.mark });
    });
  }
}
