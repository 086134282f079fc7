import { found } from '#graphql';
import { asCommittee, AttemptLimit, Bearers, timeZoneOf, Unit } from '#network';
import { Tenancy, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishDate } from '../dish/dish-date.entity.js';
import { Dish } from '../dish/dish.entity.js';
import { addressBlock } from './address-block.js';
import type { Opinion } from './dish-reviews.js';
import { ReviewCode } from './review-code.entity.js';
import { ReviewLots } from './review-lots.js';
import { reviewCodesEnd } from './review-rules.js';

/** What stands on the page of a code: what of the menu everybody may read. */
export interface ReviewedDate {
  readonly title: string;
  readonly lead: string;
  readonly place: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA name. */
  readonly zone: string;
}

/** What a code opens. That it was used or has ended is told: nobody learns of it but who bears the code. */
export type CodeStanding = 'OPEN' | 'UNKNOWN' | 'USED' | 'NOT_BEGUN' | 'CANCELLED' | 'ENDED' | 'TOO_MANY';

/** Reviews by whoever bears a one-time code, with no session: all that is known is the code. */
@Injectable()
export class PublicReviews {
  constructor(
    private readonly bearers: Bearers,
    private readonly limit: AttemptLimit,
    private readonly tenancy: Tenancy,
    private readonly lots: ReviewLots,
  ) {}

  /** What is reviewed by it, from that network address; wrong codes are counted, and right ones are not. Uses nothing up. */
  async find(code: string, address: string): Promise<{ standing: CodeStanding; date: ReviewedDate | null }> {
    const stored = await this.look(code);
    if (!stored) return { standing: await this.countMiss(address), date: null };
    return this.asCommitteeOf(stored, async (tx) => {
      const date = found(await tx.find(DishDate, stored.dateId));
      return { standing: standingOf(stored, date, tx.now), date: await describe(tx, stored, date) };
    });
  }

  /** Stores what is said with an open code, once however many send it; the standing says what became of it. */
  async give(code: string, address: string, opinion: Opinion): Promise<CodeStanding> {
    const stored = await this.look(code);
    if (!stored) return this.countMiss(address);
    return this.asCommitteeOf(stored, (tx) =>
      asCommittee(tx, stored.networkId, () => this.useUp(tx, stored, opinion)),
    );
  }

  private look(code: string): Promise<ReviewCode | null> {
    return this.bearers.admit(code, ({ manager, regionId, hash }) =>
      manager.findOneBy(ReviewCode, { regionId, secretHash: hash }),
    );
  }

  /** Of misses alone: whoever bears a code is let in, whatever others behind the address have tried. */
  private async countMiss(address: string): Promise<'UNKNOWN' | 'TOO_MANY'> {
    const isAdmitted =
      (await this.limit.admit('reviewCode', addressBlock(address))) &&
      (await this.limit.admit('everyReviewCode', ''));
    return isAdmitted ? 'UNKNOWN' : 'TOO_MANY';
  }

  /** Who bears a code sees that one row; what it leads to is read and written by the committee. */
  private asCommitteeOf<T>(
    { regionId, committeeUnitId: unitId }: ReviewCode,
    act: (tx: TenantTransaction) => Promise<T>,
  ): Promise<T> {
    return this.tenancy.writeAsUnit({ regionId, unitId }, act);
  }

  /** The dish is locked first: of two who send one code, the second finds it used. */
  private async useUp(tx: TenantTransaction, { id, dishId, dateId }: ReviewCode, opinion: Opinion) {
    const dish = found(await tx.lock(Dish, dishId));
    const code = found(await tx.lock(ReviewCode, id));
    const date = found(await tx.find(DishDate, dateId));
    const standing = standingOf(code, date, tx.now);
    if (standing !== 'OPEN') return standing;
    await tx.change(ReviewCode, code, { isUsed: true });
    await this.lots.put(tx, dish, opinion);
    return standing;
  }
}

/** As the date stands now: it may have been moved or cancelled since the code was handed out. */
function standingOf({ isUsed }: ReviewCode, date: DishDate, now: Date): CodeStanding {
  if (isUsed) return 'USED';
  if (date.cancelledAt) return 'CANCELLED';
  if (now < date.startsAt) return 'NOT_BEGUN';
  return now < reviewCodesEnd(date) ? 'OPEN' : 'ENDED';
}

async function describe(
  tx: TenantTransaction,
  { dishId }: ReviewCode,
  { startsAt, endsAt }: DishDate,
): Promise<ReviewedDate> {
  const { title, place, leadUnitId } = found(await tx.find(Dish, dishId));
  const lead = await tx.find(Unit, leadUnitId);
  return { title, place, lead: lead?.name ?? '', startsAt, endsAt, zone: await timeZoneOf(tx) };
}
