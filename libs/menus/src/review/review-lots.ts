import { localDayOf, spanOfDay } from '#calendar';
import { JobHandlers, JobQueue, Task } from '#jobs';
import { asCommittee, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { DishDates } from '../dish/dish-dates.js';
import { Dish } from '../dish/dish.entity.js';
import { DishReviews, type Opinion } from './dish-reviews.js';
import { ReviewCode } from './review-code.entity.js';
import { countReleased, reviewCodesEnd } from './review-rules.js';
import { WaitingReview } from './waiting-review.entity.js';

const RELEASE_REVIEWS = new Task('release-reviews', { dishId: z.uuid() });

/**
 * What is said with codes is read in lots, mixed: whoever hands out codes can ask each whether it was used, and would see
 * whose review has come in since.
 */
@Injectable()
export class ReviewLots implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly queue: JobQueue,
    private readonly dates: DishDates,
    private readonly reviews: DishReviews,
  ) {}

  onModuleInit(): void {
    this.handlers.register(RELEASE_REVIEWS, (tx, { dishId }) => this.turn(tx, dishId));
  }

  /** It waits at least until the day is over. With the dish locked, and the rights of its committee. */
  async put(tx: TenantTransaction, dish: Dish, opinion: Opinion): Promise<void> {
    const { id: dishId, networkId } = dish;
    await tx.insert(WaitingReview, { ...opinion, id: tx.newId(), dishId, networkId });
    const zone = await timeZoneOf(tx);
    await this.comeAgain(tx, dishId, spanOfDay(localDayOf(tx.now, zone), zone).endsAt);
  }

  /** At the turn of a day: releases what may be, and writes anew what stays, so that no row keeps the act it came with. */
  private async turn(tx: TenantTransaction, dishId: string): Promise<void> {
    const known = await tx.find(Dish, dishId);
    if (!known) return;
    await asCommittee(tx, known.networkId, async () => {
      const dish = await tx.lock(Dish, dishId);
      if (!dish) return;
      const end = await this.endOfCodes(tx, dishId);
      const waiting = await this.takeAll(tx, dishId);
      const released = countReleased(waiting.length, tx.now >= end);
      await this.reviews.addLot(tx, dish, waiting.slice(0, released));
      const kept = waiting.slice(released);
      await tx.insertAll(WaitingReview, kept);
      await this.blurCodes(tx, dishId);
      if (kept.length > 0) await this.comeAgain(tx, dishId, end);
    });
  }

  /** All that wait, by new ids that tell nothing of their order; their rows are gone. */
  private async takeAll(tx: TenantTransaction, dishId: string): Promise<Omit<WaitingReview, 'regionId'>[]> {
    const waiting = await tx.manager.findBy(WaitingReview, { regionId: tx.regionId, dishId });
    for (const review of waiting) await tx.remove(WaitingReview, review);
    return waiting
      .map(({ networkId, mark, comment }) => ({ id: tx.newId(), dishId, networkId, mark, comment }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** A row of a used code was written together with its review: from now on all of them are of one act, this one. */
  private async blurCodes(tx: TenantTransaction, dishId: string): Promise<void> {
    const where = { regionId: tx.regionId, dishId, isUsed: true };
    const used = await tx.manager.find(ReviewCode, { where, order: { id: 'ASC' } });
    await tx.changeAll(ReviewCode, used, () => ({ isUsed: true }));
  }

  /** When no code of the dish is taken any more, as its dates stand now. */
  private async endOfCodes(tx: TenantTransaction, dishId: string): Promise<Date> {
    const ends = (await this.dates.listStanding(tx, dishId)).map((date) => reviewCodesEnd(date));
    return ends.reduce((latest, end) => (end > latest ? end : latest), tx.now);
  }

  private comeAgain(tx: TenantTransaction, dishId: string, runAt: Date): Promise<void> {
    const { unitId } = tx.actor;
    return this.queue.add(tx, RELEASE_REVIEWS, { unitId, ids: { dishId }, runAt, key: dishId });
  }
}
