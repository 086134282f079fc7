import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Busy } from '../availability/free-spans.js';
import type { Offer } from '../offer/offer.entity.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { UseFollowUp } from '../use/use-follow-up.js';
import { BookingContacts } from './booking-contacts.js';
import { BookingJudge } from './booking-judge.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';

/** The last step of a request, in the owner's name: it takes the time, gives it back, or says no. */
@Injectable()
export class BookingSettlement {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly contacts: BookingContacts,
    private readonly judge: BookingJudge,
    private readonly followUp: UseFollowUp,
  ) {}

  /**
   * Takes the span, which the caller has found free under the offer's lock, and shares the contacts. What it replaces
   * has been given up before.
   */
  async confirm(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<Booking> {
    const confirmed = await tx.asUnit(booking.ownerUnitId, async () => {
      if (!booking.holds) await this.occupancy.take(tx, offer, booking);
      await this.contacts.addOwner(tx, booking);
      return this.settle(tx, booking, BookingState.CONFIRMED, null, null);
    });
    await this.contacts.shareRequester(tx, booking);
    await this.followUp.schedule(tx, confirmed);
    return confirmed;
  }

  /** Confirms with the time of another, exactly as it was kept for that one. */
  async inherit(tx: TenantTransaction, offer: Offer, booking: Booking, from: Booking): Promise<Booking> {
    await tx.asUnit(booking.ownerUnitId, () => this.occupancy.handOver(tx, offer, from, booking));
    return this.confirm(tx, offer, Object.assign(booking, { holds: true }));
  }

  /**
   * Keeps the span of a request, found free under the offer's lock, from later ones. One that fits only beside what it
   * replaces keeps nothing: that time is its requester's already.
   */
  async hold(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<Booking> {
    return tx.asUnit(booking.ownerUnitId, async () => {
      if (!(await this.judge.fits(tx, offer, booking))) return booking;
      await this.occupancy.take(tx, offer, booking);
      return tx.update(Booking, booking, { holds: true });
    });
  }

  /** Gives its time back, if it had taken any. @returns what is free now */
  async release(tx: TenantTransaction, booking: Booking): Promise<readonly Busy[]> {
    return tx.asUnit(booking.ownerUnitId, () => this.occupancy.free(tx, booking));
  }

  /** The booking that ends when this one is confirmed: the one it was asked for instead of, unless that has begun. */
  async findReplaced(tx: TenantTransaction, { replacesId, ownerUnitId }: Booking): Promise<Booking | null> {
    if (replacesId === null) return null;
    const replaced = await tx.asUnit(ownerUnitId, () => tx.lock(Booking, replacesId));
    const isAhead = replaced?.state === BookingState.CONFIRMED && replaced.startsAt > tx.now;
    return isAhead ? replaced : null;
  }

  /** Ends it in the owner's name. @returns what is free now */
  async giveUpReplaced(tx: TenantTransaction, booking: Booking): Promise<readonly Busy[]> {
    const replaced = await this.findReplaced(tx, booking);
    if (!replaced) return [];
    return tx.asUnit(replaced.ownerUnitId, async () => {
      await this.settle(tx, replaced, BookingState.CANCELLED, BookingReason.MOVED, null);
      return this.occupancy.free(tx, replaced);
    });
  }

  async settle(
    tx: TenantTransaction,
    booking: Booking,
    state: BookingState,
    reason: BookingReason | null,
    remark: string | null,
  ): Promise<Booking> {
    // What is confirmed in the place of another has what that one held; nothing else that is settled can be too much.
    const overCommitted = state === BookingState.CONFIRMED && booking.holds && booking.overCommitted;
    return tx.update(Booking, booking, {
      overCommitted,
      holds: false,
      waitingNumber: null,
      waitingPlace: null,
      state,
      reason,
      remark,
      settledAt: tx.now,
      updatedAt: tx.now,
    });
  }
}
