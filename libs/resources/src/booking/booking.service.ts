import { ApiError, expectState, found, type Refusal, Refused, refuseState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Confirmation } from '../offer/offer.entity.js';
import { getShownOffer } from '../offer/shown-offer.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { UseFollowUp } from '../use/use-follow-up.js';
import { BookingAsking, type BookingWish } from './booking-asking.js';
import { BookingConfirming, type RivalAnswer } from './booking-confirming.js';
import { BookingEnding } from './booking-ending.js';
import { BookingLock } from './booking-lock.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';
import { awaitsCommittee, confirmableStates, hasLapsed, WISHED_STATES } from './booking.policy.js';
import { BOOKING_STATES, BOOKING_WORDS } from './booking.words.js';
import { orRefused } from './or-refused.js';

const { REQUESTED, CONFIRMED, COMPLETED, DECLINED, WITHDRAWN, CANCELLED } = BookingState;

/** From the wish of one unit to the word of another. Every step decides under the lock of the offer. */
@Injectable()
export class BookingService {
  constructor(
    private readonly locks: BookingLock,
    private readonly occupancy: OccupancyRepository,
    private readonly asking: BookingAsking,
    private readonly confirming: BookingConfirming,
    private readonly ending: BookingEnding,
    private readonly uses: UseFollowUp,
  ) {}

  /** Refused at once when a rule or something taken is in the way, unless it may wait; other requests are not. */
  async request(tx: TenantTransaction, wish: BookingWish): Promise<Booking> {
    await expectTakesPart(tx, [wish.networkId]);
    if (!(await this.occupancy.tryLock(tx, wish.offerId))) {
      // Many that race for one slot do not queue up for a no that is certain already; the lock decides about a yes.
      await this.asking.expectGrantable(tx, await getShownOffer(tx, wish), wish);
      await this.occupancy.lock(tx, wish.offerId);
    }
    return this.asking.ask(tx, await getShownOffer(tx, wish), wish);
  }

  /** Why it could not be asked for now; null when it could. Read without locks, so that it may be otherwise a moment later. */
  async findObstacle(tx: TenantTransaction, wish: BookingWish): Promise<Refusal | null> {
    const offer = await getShownOffer(tx, wish);
    const outcome = await orRefused(() => this.asking.expectGrantable(tx, offer, wish));
    return outcome instanceof Refused ? outcome.refusal : null;
  }

  /** The committee of the network passes the request on to the owner. */
  async agree(tx: TenantTransaction, id: string, version: number): Promise<Booking> {
    const { booking } = await this.locks.take(tx, id, version);
    if (!tx.actor.convenedNetworkIds.includes(booking.networkId)) throw ApiError.forbidden();
    expectState(booking, [REQUESTED], BOOKING_STATES);
    if (booking.confirmation !== Confirmation.OWNER_AFTER_COMMITTEE) {
      refuseState(booking, BOOKING_WORDS.ownerAlone);
    }
    this.expectUnexpired(tx, booking);
    return found((await this.asking.passOn(tx, [booking]))[0] ?? null);
  }

  /**
   * The owner says yes. The requests that it beats are declined, wait for another chance, or stay for the owner to
   * answer.
   */
  async confirm(
    tx: TenantTransaction,
    id: string,
    version: number,
    answer: RivalAnswer,
  ): Promise<{ booking: Booking; rivals: Booking[] }> {
    const { booking, offer } = await this.locks.takeForYes(tx, id, version);
    if (booking.ownerUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    expectState(booking, confirmableStates(booking.confirmation), BOOKING_STATES);
    this.expectUnexpired(tx, booking);
    const plan = await this.confirming.plan(tx, offer, [booking]);
    const refusal = plan.refused.get(id);
    if (refusal) throw new Refused(refusal);
    const { bookings, rivals } = await this.confirming.carryOut(tx, offer, plan, answer);
    return { booking: found(bookings[0] ?? null), rivals };
  }

  /** The owner says no, also to one who waits; so may the committee while the request waits for its word. */
  async decline(tx: TenantTransaction, id: string, version: number, remark: string | null): Promise<Booking> {
    const { booking } = await this.locks.take(tx, id, version);
    const { actor } = tx;
    const isOwner = booking.ownerUnitId === actor.unitId;
    const isCommittee = actor.convenedNetworkIds.includes(booking.networkId);
    if (!isOwner && !(isCommittee && awaitsCommittee(booking))) throw ApiError.forbidden();
    expectState(booking, WISHED_STATES, BOOKING_STATES);
    const reason = isOwner ? BookingReason.OWNER_DECLINED : BookingReason.COMMITTEE_DECLINED;
    return this.ending.end(tx, booking, DECLINED, reason, remark);
  }

  /** The requester takes an unanswered request back, or leaves the waiting list. */
  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<Booking> {
    const { booking } = await this.locks.take(tx, id, version);
    if (booking.requesterUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    expectState(booking, WISHED_STATES, BOOKING_STATES);
    return this.ending.end(tx, booking, WITHDRAWN, null, null);
  }

  /** Either side calls off what is confirmed and has not begun, or strikes out what was recorded; the time is free again. */
  async cancel(tx: TenantTransaction, id: string, version: number, remark: string | null): Promise<Booking> {
    const { booking } = await this.locks.take(tx, id, version);
    if (![booking.requesterUnitId, booking.ownerUnitId].includes(tx.actor.unitId)) throw ApiError.forbidden();
    expectCancellable(tx, booking);
    if (booking.recordedAt) await this.uses.strike(tx, booking);
    return this.ending.end(tx, booking, CANCELLED, null, remark);
  }

  private expectUnexpired(tx: TenantTransaction, booking: Booking): void {
    if (hasLapsed(booking, tx.now)) {
      refuseState(booking, BOOKING_WORDS.hasLapsed);
    }
  }
}

function expectCancellable(tx: TenantTransaction, booking: Booking): void {
  if (booking.recordedAt && booking.state === COMPLETED) return;
  expectState(booking, [CONFIRMED], BOOKING_STATES);
  if (booking.startsAt <= tx.now) {
    refuseState(booking, BOOKING_WORDS.hasBegun);
  }
}
