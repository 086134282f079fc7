import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, Not } from 'typeorm';
import { gapMinutesOf } from '../offer/offer-terms.js';
import { Offer, OfferState } from '../offer/offer.entity.js';
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

  /** Takes the span, which the caller has found free under the offer's lock, and shares the contacts. */
  async confirm(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<Booking> {
    const confirmed = await tx.asUnit(booking.ownerUnitId, async () => {
      await this.occupancy.take(tx, offer, booking);
      await this.contacts.addOwner(tx, booking);
      return this.settle(tx, booking, BookingState.CONFIRMED, null, null);
    });
    await this.contacts.shareRequester(tx, booking);
    return confirmed;
  }

  /** Gives the time of a confirmed booking back. */
  async release(tx: TenantTransaction, booking: Booking): Promise<void> {
    await tx.asUnit(booking.ownerUnitId, () => this.occupancy.free(tx, booking));
  }

  async settle(
    tx: TenantTransaction,
    booking: Booking,
    state: BookingState,
    reason: BookingReason | null,
    remark: string | null,
  ): Promise<Booking> {
    const overCommitted = false;
    return tx.update(Booking, booking, {
      state,
      reason,
      remark,
      overCommitted,
      settledAt: tx.now,
      updatedAt: tx.now,
    });
  }

  /** Open requests for the same offer at the same time, its gap included; what has lapsed is left to its expiry. */
  async listRivals(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<Booking[]> {
    const gap = gapMinutesOf(offer) * MINUTE;
    return tx.manager.find(Booking, {
      where: {
        regionId: tx.regionId,
        offerId: offer.id,
        id: Not(booking.id),
        state: In(OPEN_STATES),
        expiresAt: MoreThan(tx.now),
        startsAt: LessThan(new Date(booking.endsAt.getTime() + gap)),
        endsAt: MoreThan(new Date(booking.startsAt.getTime() - gap)),
      },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  /** Closes the open requests of an offer that came through networks in which it is no longer shown. */
  async declineOpen(
    tx: TenantTransaction,
    offerId: string,
    shownIn: string[],
    reason: BookingReason,
  ): Promise<void> {
    const open = await tx.manager.find(Booking, {
      where: { regionId: tx.regionId, offerId, state: In(OPEN_STATES), networkId: Not(In(shownIn)) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const booking of open) await this.close(tx, booking, reason);
  }

  /**
   * Ends what a unit asked for or lent through a network that it no longer belongs to; what has begun stands.
   * Locks every offer that this touches, and those that the unit shows there, before it looks at their bookings.
   */
  async endMembership(tx: TenantTransaction, unitId: string, networkId: string): Promise<void> {
    for (const { id, ownerUnitId } of await this.listAhead(tx, unitId, networkId)) {
      await tx.asUnit(ownerUnitId, async () => {
        const booking = await tx.lock(Booking, id);
        if (booking) await this.callOff(tx, booking, BookingReason.MEMBERSHIP_ENDED);
      });
    }
  }

  /**
   * Every offer that an ending membership touches, the unit's own and those it has asked for, in the order of their
   * ids: two that end at once cannot wait for each other. Called before anything is withdrawn or called off.
   */
  async lockForEnding(tx: TenantTransaction, unitId: string, networkId: string): Promise<void> {
    const bookings = await this.listAhead(tx, unitId, networkId);
    const own = await tx.asUnit(unitId, () =>
      tx.manager.findBy<Offer>(Offer, { regionId: tx.regionId, unitId, state: OfferState.PUBLISHED }),
    );
    const owners = new Map(bookings.map(({ offerId, ownerUnitId }) => [offerId, ownerUnitId]));
    for (const { id } of own) owners.set(id, unitId);
    for (const [offerId, ownerUnitId] of [...owners].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      await tx.asUnit(ownerUnitId, () => this.occupancy.lock(tx, offerId));
    }
  }

  private async listAhead(tx: TenantTransaction, unitId: string, networkId: string): Promise<Booking[]> {
    const state = In([...OPEN_STATES, BookingState.CONFIRMED]);
    const ahead = { regionId: tx.regionId, networkId, state, startsAt: MoreThan(tx.now) };
    return tx.manager.find(Booking, {
      where: [
        { ...ahead, requesterUnitId: unitId },
        { ...ahead, ownerUnitId: unitId },
      ],
      order: { id: 'ASC' },
    });
  }

  private async callOff(tx: TenantTransaction, booking: Booking, reason: BookingReason): Promise<void> {
    if (booking.state === BookingState.CONFIRMED) {
      await this.release(tx, booking);
      await this.settle(tx, booking, BookingState.CANCELLED, reason, null);
    } else if (OPEN_STATES.includes(booking.state)) {
      await this.close(tx, booking, reason);
    }
  }

  /** Declines an open request, unless its time had already run out and only nobody had noted it yet. */
  private close(tx: TenantTransaction, booking: Booking, reason: BookingReason): Promise<Booking> {
    return booking.expiresAt > tx.now
      ? this.settle(tx, booking, BookingState.DECLINED, reason, null)
      : this.settle(tx, booking, BookingState.EXPIRED, null, null);
  }
}
