import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, Not } from 'typeorm';
import { Occupancy } from '../occupancy/occupancy.entity.js';
import { gapMinutesOf } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { BookingContacts } from './booking-contacts.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';
import { OPEN_STATES } from './booking.policy.js';

const MINUTE = 60_000;

/** The last step of a request, in the owner's name: it takes the time, gives it back, or says no. */
@Injectable()
export class BookingSettlement {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly contacts: BookingContacts,
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
    return confirmed;
  }

  /** Confirms with the time of another, as it was kept for that one. */
  async inherit(
    tx: TenantTransaction,
    offer: Offer,
    booking: Booking,
    taken: readonly Occupancy[],
  ): Promise<Booking> {
    await tx.asUnit(booking.ownerUnitId, async () => {
      for (const row of taken) await tx.insert(Occupancy, Object.assign({}, row, { id: booking.id }));
    });
    return this.confirm(tx, offer, Object.assign(booking, { holds: true }));
  }

  /**
   * Keeps the span of a request, found free under the offer's lock, from later ones. One that overlaps what it replaces
   * keeps nothing: that time is its requester's already.
   */
  async hold(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<Booking> {
    return tx.asUnit(booking.ownerUnitId, async () => {
      const { startsAt, endsAt } = booking;
      const kept = new Date(endsAt.getTime() + gapMinutesOf(offer) * MINUTE);
      const own = await this.occupancy.listTaken(tx, offer.id, { startsAt, endsAt: kept });
      if (own.length > 0) return booking;
      await this.occupancy.take(tx, offer, booking);
      return tx.update(Booking, booking, { holds: true });
    });
  }

  /** Gives its time back, if it had taken any. @returns what is free now */
  async release(tx: TenantTransaction, booking: Booking): Promise<Occupancy[]> {
    return tx.asUnit(booking.ownerUnitId, () => this.occupancy.free(tx, booking.id));
  }

  /** The booking that ends when this one is confirmed: the one it was asked for instead of, unless that has begun. */
  async findReplaced(tx: TenantTransaction, { replacesId, ownerUnitId }: Booking): Promise<Booking | null> {
    if (replacesId === null) return null;
    const replaced = await tx.asUnit(ownerUnitId, () => tx.lock(Booking, replacesId));
    const isAhead = replaced?.state === BookingState.CONFIRMED && replaced.startsAt > tx.now;
    return isAhead ? replaced : null;
  }

  /** Ends it in the owner's name. @returns what is free now */
  async giveUpReplaced(tx: TenantTransaction, booking: Booking): Promise<Occupancy[]> {
    const replaced = await this.findReplaced(tx, booking);
    if (!replaced) return [];
    return tx.asUnit(replaced.ownerUnitId, async () => {
      await this.settle(tx, replaced, BookingState.CANCELLED, BookingReason.MOVED, null);
      return this.occupancy.free(tx, replaced.id);
    });
  }

  async settle(
    tx: TenantTransaction,
    booking: Booking,
    state: BookingState,
    reason: BookingReason | null,
    remark: string | null,
  ): Promise<Booking> {
    const over = { holds: false, waitingNumber: null, waitingPlace: null };
    return tx.update(Booking, booking, {
      ...over,
      state,
      reason,
      remark,
      settledAt: tx.now,
      updatedAt: tx.now,
    });
  }

  /** Open requests for the same offer that could not stand beside this one; of those that have lapsed only what holds. */
  async listRivals(
    tx: TenantTransaction,
    offer: Offer,
    booking: Booking,
    inTheWay: readonly Occupancy[],
  ): Promise<Booking[]> {
    const gap = gapMinutesOf(offer) * MINUTE;
    const open = { regionId: tx.regionId, offerId: offer.id, state: In(OPEN_STATES) };
    const near = {
      startsAt: LessThan(new Date(booking.endsAt.getTime() + gap)),
      endsAt: MoreThan(new Date(booking.startsAt.getTime() - gap)),
      expiresAt: MoreThan(tx.now),
    };
    const holding = inTheWay.map(({ id }) => id).filter((id) => id !== booking.id);
    return tx.manager.find(Booking, {
      where: [
        { ...open, ...near, id: Not(booking.id) },
        { ...open, id: In(holding) },
      ],
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }
}
