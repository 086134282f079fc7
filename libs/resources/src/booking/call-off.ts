import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { BookingState, type Booking } from './booking.entity.js';
import { WISHED_STATES } from './booking.policy.js';
import { BookingService } from './booking.service.js';

/** Whether there is anything left to give up: it is open or confirmed, and has not begun. */
export function mayStillEnd(tx: TenantTransaction, { state, startsAt }: Booking): boolean {
  return startsAt > tx.now && [...WISHED_STATES, BookingState.CONFIRMED].includes(state);
}

/** Ends many bookings in one act, each as it would be ended alone: from its state, by the side that acts. */
@Injectable()
export class CallOff {
  constructor(
    private readonly bookings: BookingService,
    private readonly occupancy: OccupancyRepository,
  ) {}

  /** In the order of their ids, in their owners' names: the requester may not see an offer any more. */
  async lockOffers(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    const owners = new Map(bookings.map(({ offerId, ownerUnitId }) => [offerId, ownerUnitId]));
    for (const [offerId, ownerUnitId] of [...owners].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      await tx.asUnit(ownerUnitId, () => this.occupancy.lock(tx, offerId));
    }
  }

  /** What waits goes first, or it would move up into the time that the others give back. @returns them in the given order */
  async endAll(
    tx: TenantTransaction,
    bookings: readonly Booking[],
    remark: string | null,
  ): Promise<Booking[]> {
    const ended = new Map<string, Booking>();
    const waiting = bookings.filter(({ state }) => state === BookingState.WAITLISTED);
    for (const booking of new Set([...waiting, ...bookings]))
      ended.set(booking.id, await this.end(tx, booking, remark));
    return bookings.flatMap(({ id }) => ended.get(id) ?? []);
  }

  /** Confirmed: cancelled by either side. Open: withdrawn by the requester, declined by the owner. */
  private end(tx: TenantTransaction, booking: Booking, remark: string | null): Promise<Booking> {
    const { id, version, state, requesterUnitId } = booking;
    if (!WISHED_STATES.includes(state)) return this.bookings.cancel(tx, id, version, remark);
    return requesterUnitId === tx.actor.unitId
      ? this.bookings.withdraw(tx, id, version)
      : this.bookings.decline(tx, id, version, remark);
  }
}
