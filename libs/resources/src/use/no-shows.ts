import { ApiError, expectState, found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { BookingEnding } from '../booking/booking-ending.js';
import { BookingLock } from '../booking/booking-lock.js';
import { Booking, BookingState } from '../booking/booking.entity.js';
import { BOOKING_STATES } from '../booking/booking.words.js';
import { termsOf } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import { NoShow, NoShowStanding } from './no-show.entity.js';
import { UseFollowUp } from './use-follow-up.js';
import { sidesOf, UseLedger } from './use-ledger.js';
import { USE_WORDS } from './use.words.js';

const WORKING_DAYS = 3;
const { CONFIRMED, IN_USE, COMPLETED, NO_SHOW } = BookingState;
const { RECORDED, CONTESTED, UPHELD, TAKEN_BACK } = NoShowStanding;

export type NoShowRuling = NoShowStanding.UPHELD | NoShowStanding.OVERTURNED;

/** Nobody came: the owner says so, the requester may object, the committee of the network settles it. */
@Injectable()
export class NoShows {
  constructor(
    private readonly locks: BookingLock,
    private readonly ledger: UseLedger,
    private readonly followUp: UseFollowUp,
    private readonly ending: BookingEnding,
  ) {}

  /**
   * From the start on; also against a hand-over that the requester alone has noted, and instead of a use that was only
   * assumed, within three working days of that.
   */
  async record(tx: TenantTransaction, id: string, version: number, remark: string | null): Promise<Booking> {
    const { booking, offer } = await this.locks.take(tx, id, version);
    if (booking.ownerUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    expectState(booking, [CONFIRMED, IN_USE, COMPLETED], BOOKING_STATES);
    if (booking.startsAt > tx.now) refuseState(booking, USE_WORDS.notBegun);
    if (booking.state === IN_USE) await this.expectNotByOwner(tx, booking);
    if (booking.state === COMPLETED) await this.expectOnlyAssumed(tx, booking, offer);
    await this.followUp.strike(tx, booking);
    await tx.insert(NoShow, {
      ...sidesOf(booking),
      standing: RECORDED,
      recordedAt: tx.now,
      remark,
      contestUntil: await workingDaysAfter(tx, offer, tx.now),
      contestedAt: null,
      contest: null,
      ruledAt: null,
      rulingRemark: null,
    });
    // What was promised there is taken back in any case: what of it is ahead goes to those who wait.
    await this.ending.endEarly(tx, offer, booking, booking.startsAt);
    return this.enter(tx, booking, NO_SHOW);
  }

  /** Once, within three working days, with words. */
  async contest(tx: TenantTransaction, id: string, version: number, contest: string): Promise<Booking> {
    const { booking } = await this.locks.take(tx, id, version);
    if (booking.requesterUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    const noShow = await this.getStanding(tx, booking);
    if (noShow.standing === CONTESTED) refuseState(booking, USE_WORDS.contestedAlready);
    if (noShow.standing !== RECORDED) refuseState(booking, USE_WORDS.ruledAlready);
    if (tx.now >= noShow.contestUntil) refuseState(booking, USE_WORDS.contestTooLate);
    await tx.change(NoShow, noShow, { standing: CONTESTED, contestedAt: tx.now, contest });
    return this.enter(tx, booking, NO_SHOW);
  }

  /** Upheld it stands; overturned the booking counts as used as it was booked. */
  async rule(
    tx: TenantTransaction,
    id: string,
    version: number,
    ruling: NoShowRuling,
    rulingRemark: string,
  ): Promise<Booking> {
    const { booking } = await this.locks.take(tx, id, version);
    if (!tx.actor.convenedNetworkIds.includes(booking.networkId)) throw ApiError.forbidden();
    const noShow = await this.getStanding(tx, booking);
    if (noShow.standing === RECORDED) refuseState(booking, USE_WORDS.notContested);
    if (noShow.standing !== CONTESTED) refuseState(booking, USE_WORDS.ruledAlready);
    await tx.change(NoShow, noShow, { standing: ruling, ruledAt: tx.now, rulingRemark });
    await this.followUp.now(tx, [booking]);
    if (ruling === UPHELD) return this.enter(tx, booking, NO_SHOW);
    await this.ledger.assume(tx, booking);
    return this.enter(tx, booking, COMPLETED);
  }

  /** The owner was wrong; what really happened is noted by whoever calls. */
  async takeBack(tx: TenantTransaction, booking: Booking): Promise<void> {
    const noShow = await this.getStanding(tx, booking);
    if (noShow.standing === UPHELD) refuseState(booking, USE_WORDS.ruledAlready);
    await tx.change(NoShow, noShow, { standing: TAKEN_BACK });
  }

  /** A requester that says it came does not keep the owner from saying otherwise; both may be heard. */
  private async expectNotByOwner(tx: TenantTransaction, booking: Booking): Promise<void> {
    const use = await this.ledger.find(tx, booking.id);
    if (use?.handedOverBy === booking.ownerUnitId) refuseState(booking, USE_WORDS.ownHandOver);
  }

  private async expectOnlyAssumed(tx: TenantTransaction, booking: Booking, offer: Offer): Promise<void> {
    const use = await this.ledger.find(tx, booking.id);
    const before = await tx.find(NoShow, booking.id);
    if (!use?.assumed || !use.completedAt || before) return refuseState(booking, USE_WORDS.cameAfterAll);
    const until = await workingDaysAfter(tx, offer, use.completedAt);
    if (tx.now >= until) refuseState(booking, USE_WORDS.noShowTooLate);
  }

  private async getStanding(tx: TenantTransaction, booking: Booking): Promise<NoShow> {
    expectState(booking, [NO_SHOW], BOOKING_STATES);
    return found(await tx.find(NoShow, booking.id));
  }

  private enter(tx: TenantTransaction, booking: Booking, state: BookingState): Promise<Booking> {
    return tx.update(Booking, booking, { state, updatedAt: tx.now });
  }
}

async function workingDaysAfter(tx: TenantTransaction, offer: Offer, instant: Date): Promise<Date> {
  const { calendar, rules } = await termsOf(tx, offer);
  return calendar.addWorkingDays(instant, WORKING_DAYS, rules.zone);
}
