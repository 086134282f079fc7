import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import type { Busy } from '../availability/free-spans.js';
import type { Offer } from '../offer/offer.entity.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { UseFollowUp } from '../use/use-follow-up.js';
import { BookingContacts } from './booking-contacts.js';
import { BookingEvents } from './booking-events.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';

/** The last step of a request, in the owner's name: it takes the time, gives it back, or says no. */
@Injectable()
export class BookingSettlement {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly contacts: BookingContacts,
    private readonly followUp: UseFollowUp,
    private readonly events: BookingEvents,
  ) {}

  /**
   * Takes the spans of requests of one unit for one offer, which the caller has found free under the offer's lock, and
   * shares the contacts. What they replace has been given up before.
   */
  async confirmAll(tx: TenantTransaction, offer: Offer, bookings: readonly Booking[]): Promise<Booking[]> {
    const confirmed = await tx.asUnit(offer.unitId, async () => {
      await this.occupancy.take(
        tx,
        offer,
        bookings.filter(({ holds }) => !holds),
      );
      await this.contacts.addOwner(tx, bookings);
      return this.settleAll(tx, bookings, BookingState.CONFIRMED, null, null);
    });
    await this.contacts.shareRequester(tx, bookings);
    await this.followUp.schedule(tx, confirmed);
    return confirmed;
  }

  async confirm(tx: TenantTransaction, offer: Offer, booking: Booking): Promise<Booking> {
    return onlyOne(await this.confirmAll(tx, offer, [booking]));
  }

  /** Confirms with the time of another, exactly as it was kept for that one. */
  async inherit(tx: TenantTransaction, offer: Offer, booking: Booking, from: Booking): Promise<Booking> {
    await tx.asUnit(booking.ownerUnitId, () => this.occupancy.handOver(tx, offer, from, booking));
    return this.confirm(tx, offer, Object.assign(booking, { holds: true }));
  }

  /** Keeps the spans of requests, found free under the offer's lock, from later ones. */
  async hold(tx: TenantTransaction, offer: Offer, bookings: readonly Booking[]): Promise<Booking[]> {
    if (bookings.length === 0) return [];
    return tx.asUnit(offer.unitId, async () => {
      await this.occupancy.take(tx, offer, bookings);
      return tx.updateAll(Booking, bookings, () => ({ holds: true }));
    });
  }

  /** Gives back the time of bookings of one offer, if they had taken any. @returns what is free now */
  async release(tx: TenantTransaction, bookings: readonly Booking[]): Promise<readonly Busy[]> {
    const [one] = bookings;
    return one ? tx.asUnit(one.ownerUnitId, () => this.occupancy.free(tx, bookings)) : [];
  }

  /**
   * The bookings that end when these of one offer are confirmed, by the ids of these: what each was asked for instead
   * of, unless that has begun.
   */
  async listReplaced(
    tx: TenantTransaction,
    bookings: readonly Booking[],
  ): Promise<ReadonlyMap<string, Booking>> {
    const ids = bookings.flatMap(({ replacesId }) => replacesId ?? []);
    const [one] = bookings;
    if (!one || ids.length === 0) return new Map();
    const confirmed = { regionId: tx.regionId, id: In(ids), state: BookingState.CONFIRMED };
    const replaced = await tx.asUnit(one.ownerUnitId, () =>
      tx.manager.find(Booking, {
        where: { ...confirmed, startsAt: MoreThan(tx.now) },
        order: { id: 'ASC' },
        lock: { mode: 'for_no_key_update' },
      }),
    );
    const byId = new Map(replaced.map((booking) => [booking.id, booking]));
    return new Map(
      bookings.flatMap(({ id, replacesId }) => {
        const found = byId.get(replacesId ?? '');
        return found ? [[id, found] as const] : [];
      }),
    );
  }

  async findReplaced(tx: TenantTransaction, booking: Booking): Promise<Booking | null> {
    return (await this.listReplaced(tx, [booking])).get(booking.id) ?? null;
  }

  /** Ends what these of one offer replace, in the owner's name. @returns what is free now */
  async giveUpReplaced(tx: TenantTransaction, bookings: readonly Booking[]): Promise<readonly Busy[]> {
    const replaced = [...(await this.listReplaced(tx, bookings)).values()];
    const [one] = replaced;
    if (!one) return [];
    return tx.asUnit(one.ownerUnitId, async () => {
      await this.settleAll(tx, replaced, BookingState.CANCELLED, BookingReason.MOVED, null);
      await this.followUp.recount(tx, replaced);
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
    return onlyOne(await this.settleAll(tx, [booking], state, reason, remark));
  }

  /** In the name of whoever acts. */
  async settleAll(
    tx: TenantTransaction,
    bookings: readonly Booking[],
    state: BookingState,
    reason: BookingReason | null,
    remark: string | null,
  ): Promise<Booking[]> {
    // What is confirmed in the place of another has what that one held; nothing else that is settled can be too much.
    const has = state === BookingState.CONFIRMED;
    const settled = await tx.updateAll(Booking, bookings, (booking) => ({
      overCommitted: has && booking.holds && booking.overCommitted,
      holds: false,
      waitingNumber: null,
      waitingPlace: null,
      state,
      reason,
      remark,
      settledAt: tx.now,
      updatedAt: tx.now,
    }));
    await this.events.settled(tx, settled);
    return settled;
  }
}

function onlyOne(bookings: readonly Booking[]): Booking {
  const [booking] = bookings;
  if (!booking || bookings.length > 1) throw new Error(`Of one booking came ${bookings.length}.`);
  return booking;
}
