import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { LockedOffer } from './booking-events.js';
import { BookingLock } from './booking-lock.js';
import { BookingEnding } from './booking-ending.js';
import { BookingSettlement } from './booking-settlement.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';
import { WISHED_STATES } from './booking.policy.js';

const { CANCELLED, WITHDRAWN, DECLINED } = BookingState;

/** Whether there is anything left to give up: it is open or confirmed, and has not begun. */
export function mayStillEnd(tx: TenantTransaction, { state, startsAt }: Booking): boolean {
  return startsAt > tx.now && [...WISHED_STATES, BookingState.CONFIRMED].includes(state);
}

/** Ends many bookings in one act, each as it would be ended alone: from its state, by the side that acts. */
@Injectable()
export class CallOff {
  constructor(
    private readonly locks: BookingLock,
    private readonly settlement: BookingSettlement,
    private readonly ending: BookingEnding,
  ) {}

  lockOffers(tx: TenantTransaction, offers: readonly LockedOffer[]): Promise<void> {
    return this.locks.lockOffers(tx, offers);
  }

  tryLockOffers(tx: TenantTransaction, offers: readonly LockedOffer[]): Promise<boolean> {
    return this.locks.tryLockOffers(tx, offers);
  }

  /** Of bookings of several units, those that can still be given up, locked after their offers. */
  async holdForRequesters(tx: TenantTransaction, bookings: readonly Booking[]): Promise<Booking[]> {
    const ahead = bookings.filter((booking) => mayStillEnd(tx, booking));
    await this.lockOffers(tx, ahead);
    const held: Booking[] = [];
    for (const { id, requesterUnitId } of ahead.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const booking = await tx.asUnit(requesterUnitId, () => tx.lock(Booking, id));
      if (booking && mayStillEnd(tx, booking)) held.push(booking);
    }
    return held;
  }

  /** Gives them up, each in the name of its requester: what they were for will not be. */
  async endForRequesters(
    tx: TenantTransaction,
    held: readonly Booking[],
    remark: string,
  ): Promise<Booking[]> {
    const ended: Booking[] = [];
    for (const unitId of new Set(held.map(({ requesterUnitId }) => requesterUnitId))) {
      const own = held.filter(({ requesterUnitId }) => requesterUnitId === unitId);
      ended.push(...(await tx.asUnit(unitId, () => this.settleAll(tx, own, remark, unitId))));
    }
    await this.handOnAll(tx, held);
    return ended;
  }

  /**
   * Under the locks of their offers. Confirmed: cancelled by either side. Open: withdrawn by the requester, declined by
   * the owner. What they held is handed on only then, or one of them might move up that is about to end.
   */
  async endAll(
    tx: TenantTransaction,
    bookings: readonly Booking[],
    remark: string | null,
  ): Promise<Booking[]> {
    const ended = await this.settleAll(tx, bookings, remark, tx.actor.unitId);
    await this.handOnAll(tx, bookings);
    const byId = new Map(ended.map((booking) => [booking.id, booking]));
    return bookings.flatMap(({ id }) => byId.get(id) ?? []);
  }

  private async settleAll(
    tx: TenantTransaction,
    bookings: readonly Booking[],
    remark: string | null,
    actingUnitId: string,
  ): Promise<Booking[]> {
    const wished = bookings.filter(({ state }) => WISHED_STATES.includes(state));
    const confirmed = bookings.filter((booking) => !wished.includes(booking));
    const own = wished.filter(({ requesterUnitId }) => requesterUnitId === actingUnitId);
    const others = wished.filter((booking) => !own.includes(booking));
    return [
      ...(await this.settlement.settleAll(tx, confirmed, CANCELLED, null, remark)),
      ...(await this.settlement.settleAll(tx, own, WITHDRAWN, null, null)),
      ...(await this.settlement.settleAll(tx, others, DECLINED, BookingReason.OWNER_DECLINED, remark)),
    ];
  }

  private async handOnAll(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    for (const offerId of new Set(bookings.map((booking) => booking.offerId))) {
      await this.ending.handOn(
        tx,
        bookings.filter((booking) => booking.offerId === offerId),
      );
    }
  }
}
