import { ApiError, found, refuseState, type Words } from '#graphql';
import { asCommittee, getRegionCode, makeShortCode, Network, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishCheckIn } from '../check-in/dish-check-in.entity.js';
import { DISH_CHECK_IN_WORDS } from '../check-in/check-in.words.js';
import { checkInHours } from '../check-in/check-in-hours.js';
import { DishCheckInService } from '../check-in/dish-check-in.service.js';
import { DishDesk } from '../check-in/dish-desk.entity.js';
import type { DishDate } from '../dish/dish-date.entity.js';
import type { Dish } from '../dish/dish.entity.js';
import { DishDoing } from '../doing/dish-doing.js';
import { DISH_RECORD_WORDS } from '../record/record.words.js';
import { ReviewCode } from './review-code.entity.js';
import { mostCodes, reviewCodesEnd } from './review-rules.js';
import { REVIEW_WORDS } from './review.words.js';

/** Codes as they are handed out, this once. */
export interface HandedOutCodes {
  /** Of the dish. */
  readonly title: string;
  readonly codes: readonly { readonly path: string }[];
  readonly endsAt: Date;
  readonly left: number;
}

/** Hands out the codes with which residents review; only their hashes are kept. */
@Injectable()
export class ReviewCodes {
  constructor(
    private readonly doing: DishDoing,
    private readonly desks: DishCheckInService,
  ) {}

  /** For whoever holds the dish, from the opening of the check-in on. */
  async handOut(tx: TenantTransaction, dateId: string, count: number): Promise<HandedOutCodes> {
    const { dish, date } = await this.doing.takeDate(tx, dateId, 'holder');
    if (dish.recordedAt) refuseState(dish, DISH_RECORD_WORDS.noCodes);
    const endsAt = reviewCodesEnd(date);
    if (tx.now < checkInHours(date, await timeZoneOf(tx)).startsAt)
      refuseState(dish, DISH_CHECK_IN_WORDS.notOpenYet);
    if (tx.now >= endsAt) refuseState(dish, REVIEW_WORDS.codesOver);
    const desk = await this.desks.holdDesk(tx, dish, dateId);
    // Heads may have been noted down since.
    const left = Math.max(0, (await this.countMost(tx, dish, dateId)) - desk.codesHandedOut);
    if (count > left) throw ApiError.badInput([{ path: 'count', message: sayLeft(left) }]);
    const codes = await this.make(tx, dish, date, count);
    await asCommittee(tx, dish.networkId, () =>
      tx.change(DishDesk, desk, { codesHandedOut: desk.codesHandedOut + count }),
    );
    return { title: dish.title, codes, endsAt, left: left - count };
  }

  private async countMost(tx: TenantTransaction, dish: Dish, dateId: string): Promise<number> {
    const heads = await asCommittee(tx, dish.networkId, () =>
      tx.manager.sum(DishCheckIn, 'heads', { regionId: tx.regionId, dateId }),
    );
    if (!heads) refuseState(dish, REVIEW_WORDS.nobodyCame);
    return mostCodes(heads);
  }

  private async make(
    tx: TenantTransaction,
    { id: dishId, networkId }: Dish,
    date: DishDate,
    count: number,
  ): Promise<{ path: string }[]> {
    const regionCode = await getRegionCode(tx);
    const { convenerUnitId: committeeUnitId } = found(await tx.find(Network, networkId));
    const secrets = Array.from({ length: count }, () => makeShortCode(regionCode));
    const same = { dishId, networkId, dateId: date.id, committeeUnitId };
    await asCommittee(tx, networkId, () =>
      tx.insertAll(
        ReviewCode,
        secrets.map(({ hash: secretHash }) => ({ ...same, id: tx.newId(), secretHash, isUsed: false })),
      ),
    );
    return secrets.map(({ text }) => ({ path: `/r/${encodeURIComponent(text)}` }));
  }
}

function sayLeft(left: number): Words {
  return left === 0 ? REVIEW_WORDS.noCodesLeft : REVIEW_WORDS.tooManyCodes({ left });
}
