import { asCommittee } from '#network';
import { BookingEvents, type Booking, type BookingFollower } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { standingOf } from './booking-standing.js';
import { DishBooking } from './dish-booking.entity.js';

/**
 * Who reads a dish does not read the bookings that serve it: how they stand is repeated beside the dish, in the very act
 * that settles them.
 */
@Injectable()
export class DishBookingStandings implements Pick<BookingFollower, 'moved' | 'settled'>, OnModuleInit {
  constructor(private readonly events: BookingEvents) {}

  onModuleInit(): void {
    this.events.follow(this);
  }

  async settled(tx: TenantTransaction, bookings: readonly Booking[]): Promise<void> {
    const standings = new Map(bookings.map((booking) => [booking.id, standingOf(booking)]));
    for (const link of await listLinks(tx, bookings)) {
      const standing = standings.get(link.bookingId);
      if (standing && standing !== link.standing)
        await asKeeper(tx, link, () => tx.change(DishBooking, link, { standing }));
    }
  }

  /** What is asked for in the place of a booking serves what that served; what was moved back to serves it already. */
  async moved(tx: TenantTransaction, from: Booking, to: Booking): Promise<void> {
    const [link] = await listLinks(tx, [from]);
    if (!link || !takesPart(tx, link) || (await listLinks(tx, [to])).length > 0) return;
    const { dishId, dishUnitId, networkId, readerUnitIds, isProposed, isPublished, dateId } = link;
    const part = { dishId, dishUnitId, networkId, readerUnitIds, isProposed, isPublished, dateId };
    const { id: bookingId, offerId, offerTitle, requesterUnitId, ownerUnitId } = to;
    const what = { bookingId, offerId, offerTitle, requesterUnitId, ownerUnitId };
    const standing = standingOf(to);
    await tx.insert(DishBooking, { ...part, ...what, id: tx.newId(), linkedAt: tx.now, standing });
  }
}

/** Who was let go from a dish keeps its booking, and moves it for something else. */
function takesPart(tx: TenantTransaction, { networkId, dishUnitId, readerUnitIds }: DishBooking): boolean {
  const { unitId, convenedNetworkIds } = tx.actor;
  return dishUnitId === unitId || readerUnitIds.includes(unitId) || convenedNetworkIds.includes(networkId);
}

/** With the rights of the committee as soon as that knows the dish, and before of the unit that composes it. */
function asKeeper<T>(
  tx: TenantTransaction,
  { isProposed, networkId, dishUnitId }: DishBooking,
  work: () => Promise<T>,
): Promise<T> {
  return isProposed ? asCommittee(tx, networkId, work) : tx.asUnit(dishUnitId, work);
}

/** By id, as they are locked. Each requester reads its own, whatever dish they serve. */
async function listLinks(tx: TenantTransaction, bookings: readonly Booking[]): Promise<DishBooking[]> {
  const links: DishBooking[] = [];
  for (const unitId of new Set(bookings.map(({ requesterUnitId }) => requesterUnitId))) {
    const own = bookings.filter(({ requesterUnitId }) => requesterUnitId === unitId);
    const where = { regionId: tx.regionId, bookingId: In(own.map(({ id }) => id)) };
    links.push(...(await tx.asUnit(unitId, () => tx.manager.findBy(DishBooking, where))));
  }
  return links.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
