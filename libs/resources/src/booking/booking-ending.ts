import { found } from '#graphql';
import type { Belonging, EndingThing } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not } from 'typeorm';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { Offer, OfferState } from '../offer/offer.entity.js';
import { WaitingList } from '../waiting-list/waiting-list.js';
import { BookingSettlement } from './booking-settlement.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';
import { WISHED_STATES } from './booking.policy.js';

/** How bookings end before their time: alone, or many at once by rule. What they held goes to those who wait. */
@Injectable()
export class BookingEnding {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly settlement: BookingSettlement,
    private readonly waitingList: WaitingList,
  ) {}

  /** Under the offer's lock, in the name of whoever ends it. */
  async end(
    tx: TenantTransaction,
    booking: Booking,
    state: BookingState,
    reason: BookingReason | null,
    remark: string | null,
  ): Promise<Booking> {
    return found((await this.endAll(tx, [booking], state, reason, remark))[0] ?? null);
  }

  /** The same of several of one offer; handed on only then, or one of them might move up that is about to end. */
  async endAll(
    tx: TenantTransaction,
    bookings: readonly Booking[],
    state: BookingState,
    reason: BookingReason | null,
    remark: string | null,
  ): Promise<Booking[]> {
    const ended = await this.settlement.settleAll(tx, bookings, state, reason, remark);
    await this.handOn(tx, bookings);
    return ended;
  }

  /** A use has begun, and be it early: wishes to have it at another time instead lapse. */
  async lapseMoves(tx: TenantTransaction, { id, ownerUnitId }: Booking): Promise<void> {
    await tx.asUnit(ownerUnitId, async () => {
      const wishes = await tx.manager.find(Booking, {
        where: { regionId: tx.regionId, replacesId: id, state: In(WISHED_STATES) },
        order: { id: 'ASC' },
        lock: { mode: 'for_no_key_update' },
      });
      await this.settlement.settleAll(tx, wishes, BookingState.EXPIRED, null, null);
      await this.handOn(tx, wishes);
    });
  }

  /** Gives what ended bookings of one offer held to those who wait for it; they have waited too, so places move up. */
  async handOn(tx: TenantTransaction, ended: readonly Booking[]): Promise<void> {
    const [one] = ended;
    if (!one) return;
    await tx.asUnit(one.ownerUnitId, async () => {
      const freed = await this.settlement.release(tx, ended);
      await this.waitingList.handOn(tx, one, freed);
    });
  }

  /** Of a use that is over before its time, or never was: what is left of its span goes to those who wait. */
  async endEarly(tx: TenantTransaction, offer: Offer, booking: Booking, endsAt: Date): Promise<void> {
    const { ownerUnitId, startsAt } = booking;
    if (endsAt >= booking.endsAt) return;
    if (endsAt <= startsAt) return this.handOn(tx, [booking]);
    const had = await tx.asUnit(ownerUnitId, () =>
      this.occupancy.narrow(tx, offer, [{ id: booking.id, startsAt, endsAt }]),
    );
    if (had.length > 0) await this.waitingList.handOn(tx, booking, had);
  }

  /** Of an offer whose new terms may let more in: whoever comes later must not pass those who wait for it. */
  async handOnAhead(tx: TenantTransaction, offer: Offer): Promise<void> {
    const ahead = { startsAt: tx.now, keptUntil: new Date(8.64e15) };
    await this.waitingList.handOn(tx, { offerId: offer.id, ownerUnitId: offer.unitId }, [ahead]);
  }

  /** Closes the open and waiting requests of an offer that came through networks in which it is no longer shown. */
  async declineOpen(
    tx: TenantTransaction,
    offerId: string,
    shownIn: string[],
    reason: BookingReason,
  ): Promise<void> {
    const open = await tx.manager.find(Booking, {
      where: { regionId: tx.regionId, offerId, state: In(WISHED_STATES), networkId: Not(In(shownIn)) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const booking of open) await this.close(tx, booking, reason);
    await this.handOn(tx, open);
  }

  /**
   * Ends what a unit asked for or lent through a network that it no longer belongs to; what has begun stands.
   * Locks every offer that this touches, and those that the unit shows there, before it looks at their bookings.
   */
  async endMembership(tx: TenantTransaction, unitId: string, networkId: string): Promise<void> {
    const ended: Booking[] = [];
    for (const { id, ownerUnitId } of await this.listAhead(tx, unitId, networkId)) {
      await tx.asUnit(ownerUnitId, async () => {
        const booking = await tx.lock(Booking, id);
        if (booking) ended.push(...(await this.callOff(tx, booking, BookingReason.MEMBERSHIP_ENDED)));
      });
    }
    // Only then: what is about to be called off too must not move up meanwhile.
    for (const id of new Set(ended.map(({ offerId }) => offerId))) {
      await this.handOn(
        tx,
        ended.filter(({ offerId }) => offerId === id),
      );
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

  /** What `endMembership` would call off or decline; a request that has run out ends of itself. */
  async listEnding(tx: TenantTransaction, { unitId, networkId }: Belonging): Promise<EndingThing[]> {
    const ahead = await this.listAhead(tx, unitId, networkId);
    return ahead
      .filter(({ state, expiresAt }) => state === BookingState.CONFIRMED || expiresAt > tx.now)
      .map(({ id, startsAt }) => ({ part: 'Booking', thingType: 'Booking', thingId: id, startsAt }));
  }

  private async listAhead(tx: TenantTransaction, unitId: string, networkId: string): Promise<Booking[]> {
    const state = In([...WISHED_STATES, BookingState.CONFIRMED]);
    const ahead = { regionId: tx.regionId, networkId, state, startsAt: MoreThan(tx.now) };
    return tx.manager.find(Booking, {
      where: [
        { ...ahead, requesterUnitId: unitId },
        { ...ahead, ownerUnitId: unitId },
      ],
      order: { id: 'ASC' },
    });
  }

  private async callOff(tx: TenantTransaction, booking: Booking, reason: BookingReason): Promise<Booking[]> {
    if (booking.state === BookingState.CONFIRMED) {
      return [await this.settlement.settle(tx, booking, BookingState.CANCELLED, reason, null)];
    }
    return WISHED_STATES.includes(booking.state) ? [await this.close(tx, booking, reason)] : [];
  }

  /** Declines an open request, unless its time had already run out and only nobody had noted it yet. */
  private close(tx: TenantTransaction, booking: Booking, reason: BookingReason): Promise<Booking> {
    return booking.expiresAt > tx.now
      ? this.settlement.settle(tx, booking, BookingState.DECLINED, reason, null)
      : this.settlement.settle(tx, booking, BookingState.EXPIRED, null, null);
  }
}
