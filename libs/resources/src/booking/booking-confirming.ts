import { Refused, type Refusal } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { OfferDiary } from '../occupancy/offer-diary.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import type { Offer } from '../offer/offer.entity.js';
import { WaitingList } from '../waiting-list/waiting-list.js';
import { BookingEvents } from './booking-events.js';
import { BookingJudge } from './booking-judge.js';
import { BookingRivals } from './booking-rivals.js';
import { BookingSettlement } from './booking-settlement.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';
import { hasLapsed } from './booking.policy.js';
import { orRefused } from './or-refused.js';
import type { Rivalry } from './rivalry.js';

const { DECLINED, EXPIRED } = BookingState;

/** What the owner wants done with requests that cannot stand beside the one that is confirmed. */
export type RivalAnswer = 'DECLINE' | 'WAITLIST' | 'KEEP';

/** What an owner's yes comes to, found out before anything is written. */
export interface ConfirmationPlan {
  readonly granted: readonly Booking[];
  /** Of the granted ones: to be answered in the same act, oldest first. */
  readonly rivals: readonly Booking[];
  /** By the booking that cannot be confirmed. */
  readonly refused: ReadonlyMap<string, Refusal>;
}

interface Standing {
  readonly diary: OfferDiary;
  readonly rivalry: Rivalry;
  readonly replaced: ReadonlyMap<string, Booking>;
}

/**
 * The owner's yes to one request or to many of one unit for one offer. What they hold and replace is in the way of none
 * of them; all else is judged anew, so that nothing is granted above what there is now.
 */
@Injectable()
export class BookingConfirming {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly judge: BookingJudge,
    private readonly rivals: BookingRivals,
    private readonly settlement: BookingSettlement,
    private readonly waitingList: WaitingList,
    private readonly events: BookingEvents,
  ) {}

  /** Under the offer's lock, by its order: of two that cannot stand together the later one is refused. */
  async plan(tx: TenantTransaction, offer: Offer, bookings: readonly Booking[]): Promise<ConfirmationPlan> {
    const diary = this.occupancy.diary(tx, offer);
    if (bookings.length > 1) await diary.readAhead();
    const replaced = await this.settlement.listReplaced(tx, bookings);
    const rivalry = await this.rivals.among(tx, diary, bookings, replaced);
    const refused = new Map<string, Refusal>();
    let order = bookings;
    for (;;) {
      const left = order.filter(({ id }) => !refused.has(id));
      const { rivals, refusals } = await this.judgeAll({ diary: diary.afresh(), rivalry, replaced }, left);
      for (const [id, refusal] of refusals) refused.set(id, refusal);
      if (refusals.size === 0) {
        const granted = bookings.filter(({ id }) => !refused.has(id));
        return { granted, rivals: rivalry.open.filter((rival) => rivals.has(rival)), refused };
      }
      // What a refused one was to replace stands, in the way of others: backwards a whole chain of them is met at once.
      order = order.toReversed();
    }
  }

  /** What rivals held is given to those that are confirmed, and the rest to those who wait. */
  async carryOut(
    tx: TenantTransaction,
    offer: Offer,
    { granted, rivals }: Pick<ConfirmationPlan, 'granted' | 'rivals'>,
    answer: RivalAnswer,
  ): Promise<{ bookings: Booking[]; rivals: Booking[] }> {
    const freed = [...(await this.settlement.release(tx, [...granted, ...rivals]))];
    freed.push(...(await this.settlement.giveUpReplaced(tx, granted)));
    const released = granted.map((booking) => Object.assign(booking, { holds: false }));
    const bookings = await this.settlement.confirmAll(tx, offer, released);
    const answered = await this.answerAll(tx, offer, rivals, answer);
    const waitedFor = { offerId: offer.id, ownerUnitId: offer.unitId };
    if (freed.length > 0) await this.waitingList.handOn(tx, waitedFor, freed);
    await this.events.confirmed(tx, bookings);
    return { bookings, rivals: answered };
  }

  private async judgeAll(
    { diary, rivalry, replaced }: Standing,
    bookings: readonly Booking[],
  ): Promise<{ rivals: ReadonlySet<Booking>; refusals: ReadonlyMap<string, Refusal> }> {
    const restore = new Map(
      bookings.map(({ id }) => {
        const old = replaced.get(id);
        return [id, diary.free(old ? [id, old.id] : [id])];
      }),
    );
    const rivals = new Set<Booking>();
    const refusals = new Map<string, Refusal>();
    for (const booking of bookings) {
      const beaten = await rivalry.listOf(diary, booking, rivals);
      const restoreBeaten = diary.free(beaten.map(({ id }) => id));
      const outcome = await orRefused(() => this.judge.expectFree(diary, booking));
      if (outcome instanceof Refused) {
        restoreBeaten();
        restore.get(booking.id)?.();
        refusals.set(booking.id, outcome.refusal);
      } else {
        diary.take(booking);
        for (const rival of beaten) rivals.add(rival);
      }
    }
    return { rivals, refusals };
  }

  /** What becomes of requests that have been beaten, whose holds are gone; of what had lapsed nothing is told. */
  private async answerAll(
    tx: TenantTransaction,
    offer: Offer,
    rivals: readonly Booking[],
    answer: RivalAnswer,
  ): Promise<Booking[]> {
    const lapsed = rivals.filter((rival) => hasLapsed(rival, tx.now));
    const beaten = rivals.filter((rival) => !lapsed.includes(rival));
    await this.settlement.settleAll(tx, lapsed, EXPIRED, null, null);
    if (answer === 'DECLINE') {
      return this.settlement.settleAll(tx, beaten, DECLINED, BookingReason.CLASH, null);
    }
    if (answer === 'WAITLIST') return this.waitingList.append(tx, offer, beaten);
    const lost = { holds: false, overCommitted: false, updatedAt: tx.now };
    const holders = beaten.filter(({ holds }) => holds);
    const left = await tx.updateAll(Booking, holders, () => lost);
    return beaten.map((rival) => left[holders.indexOf(rival)] ?? rival);
  }
}
