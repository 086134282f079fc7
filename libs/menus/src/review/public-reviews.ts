import { found } from '#graphql';
import { asCommittee, AttemptLimit, Bearers, timeZoneOf, Unit } from '#network';
import { Clock, Tenancy, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishDesk } from '../check-in/dish-desk.entity.js';
import { DishDate } from '../dish/dish-date.entity.js';
import { Dish } from '../dish/dish.entity.js';
import { DishReviews, type Opinion } from './dish-reviews.js';
import { ReviewCode } from './review-code.entity.js';

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
export type CodeStanding = 'OPEN' | 'UNKNOWN' | 'USED' | 'ENDED' | 'TOO_MANY';

/** Reviews by whoever bears a one-time code, with no session: all that is known is the code. */
@Injectable()
export class PublicReviews {
  constructor(
    private readonly bearers: Bearers,
    private readonly limit: AttemptLimit,
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly reviews: DishReviews,
  ) {}

  /** What is reviewed by it, from that network address; wrong codes are counted, and right ones are not. Uses nothing up. */
  async find(code: string, address: string): Promise<{ standing: CodeStanding; date: ReviewedDate | null }> {
    const { standing, stored } = await this.look(code, address);
    if (!stored) return { standing, date: null };
    return { standing, date: await this.asCommitteeOf(stored, (tx) => describe(tx, stored)) };
  }

  /** Stores what is said with an open code, once however many send it; the standing says what became of it. */
  async give(code: string, address: string, opinion: Opinion): Promise<CodeStanding> {
    const { standing, stored } = await this.look(code, address);
    if (!stored || standing !== 'OPEN') return standing;
    return this.asCommitteeOf(stored, (tx) =>
      asCommittee(tx, stored.networkId, () => this.useUp(tx, stored, opinion)),
    );
  }

  private async look(
    code: string,
    address: string,
  ): Promise<{ standing: CodeStanding; stored: ReviewCode | null }> {
    const isAdmitted =
      (await this.limit.admit('reviewCode', address)) && (await this.limit.admit('everyReviewCode', ''));
    if (!isAdmitted) return { standing: 'TOO_MANY', stored: null };
    const stored = await this.bearers.admit(code, ({ manager, regionId, hash }) =>
      manager.findOneBy(ReviewCode, { regionId, secretHash: hash }),
    );
    if (!stored) return { standing: 'UNKNOWN', stored: null };
    await this.limit.takeBack('reviewCode', address);
    await this.limit.takeBack('everyReviewCode', '');
    return { standing: standingOf(stored, this.clock.now()), stored };
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
    const standing = standingOf(code, tx.now);
    if (standing !== 'OPEN') return standing;
    await tx.change(ReviewCode, code, { isUsed: true });
    const desk = found(await tx.find(DishDesk, dateId));
    await tx.change(DishDesk, desk, { codesUsed: desk.codesUsed + 1 });
    await this.reviews.add(tx, dish, opinion);
    return standing;
  }
}

function standingOf({ isUsed, endsAt }: ReviewCode, now: Date): CodeStanding {
  if (isUsed) return 'USED';
  return now < endsAt ? 'OPEN' : 'ENDED';
}

async function describe(tx: TenantTransaction, { dishId, dateId }: ReviewCode): Promise<ReviewedDate> {
  const { title, place, leadUnitId } = found(await tx.find(Dish, dishId));
  const { startsAt, endsAt } = found(await tx.find(DishDate, dateId));
  const lead = await tx.find(Unit, leadUnitId);
  return { title, place, lead: lead?.name ?? '', startsAt, endsAt, zone: await timeZoneOf(tx) };
}
