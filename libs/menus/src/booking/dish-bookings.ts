import { ApiError, expectState, found, refuseState } from '#graphql';
import { asCommittee, expectTakesPart } from '#network';
import { Booking, BundleService, CALLED_OFF_STATES, type BookingWish } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DishDates } from '../dish/dish-dates.js';
import { partOf } from '../dish/dish-readers.js';
import { Dish } from '../dish/dish.entity.js';
import { convenes, isOwn, LIVE_STATES } from '../dish/dish.policy.js';
import { DishRepository } from '../dish/dish.repository.js';
import { DISH_STATES } from '../dish/dish.words.js';
import { DishHostState } from '../host/dish-host.entity.js';
import { DishHosts } from '../host/dish-hosts.js';
import { standingOf } from './booking-standing.js';
import { MenuRepository } from '../menu/menu.repository.js';
import { DISH_RECORD_WORDS } from '../record/record.words.js';
import { DishBooking } from './dish-booking.entity.js';
import { DISH_BOOKING_WORDS } from './dish-booking.words.js';

/** What is booked for a dish. Offers and bookings are locked before it. */
@Injectable()
export class DishBookings {
  constructor(
    private readonly dishes: DishRepository,
    private readonly dates: DishDates,
    private readonly hosts: DishHosts,
    private readonly bundles: BundleService,
    private readonly menus: MenuRepository,
  ) {}

  /** Several things in one act: all or none. */
  async book(
    tx: TenantTransaction,
    dishId: string,
    compose: (dish: Dish) => readonly BookingWish[],
  ): Promise<Booking[]> {
    const seen = found(await tx.find(Dish, dishId));
    await this.expectOpenTo(tx, seen);
    await this.menus.expectSeenOpen(tx, seen);
    const bookings = await this.bundles.request(tx, compose(seen));
    await this.add(tx, dishId, bookings);
    return bookings;
  }

  /** Says that something that one's unit has booked serves it. */
  async link(tx: TenantTransaction, dishId: string, bookingId: string): Promise<Dish> {
    const { networkId } = found(await tx.find(Dish, dishId));
    await expectTakesPart(tx, [networkId]);
    const booking = await takeOwn(tx, bookingId);
    if (booking.networkId !== networkId) {
      throw ApiError.badInput([{ path: 'bookingId', message: DISH_BOOKING_WORDS.otherNetwork }]);
    }
    if (await findLink(tx, bookingId)) refuseState(booking, DISH_BOOKING_WORDS.bookingElsewhere);
    if (CALLED_OFF_STATES.includes(booking.state)) refuseState(booking, DISH_BOOKING_WORDS.bookingIsOff);
    return this.add(tx, dishId, [booking]);
  }

  /** What it was booked for after all is for its requester to say. */
  async unlink(tx: TenantTransaction, dishId: string, bookingId: string): Promise<Dish> {
    const booking = await takeOwn(tx, bookingId);
    const dish = await this.take(tx, dishId);
    const link = await findLink(tx, bookingId);
    if (link?.dishId !== dishId) refuseState(booking, DISH_BOOKING_WORDS.bookingNotLinked);
    expectState(dish, LIVE_STATES, DISH_STATES);
    await this.dishes.asKeeper(tx, dish, () => tx.remove(DishBooking, link));
    return this.dishes.change(tx, dish, {});
  }

  /** Notes that what the actor’s unit has booked serves a locked dish, each with the date that it overlaps, or that is named. */
  async note(
    tx: TenantTransaction,
    dish: Dish,
    bookings: readonly Booking[],
    serves?: Pick<DishBooking, 'dateId'>,
  ): Promise<void> {
    const dates = await this.dates.listStanding(tx, dish.id);
    const links = bookings.map((booking) => {
      const { id: bookingId, offerId, offerTitle, requesterUnitId, ownerUnitId } = booking;
      const date = dates.find((one) => one.startsAt < booking.endsAt && booking.startsAt < one.endsAt);
      const { dateId } = serves ?? { dateId: date?.id ?? null };
      const standing = standingOf(booking);
      const what = { bookingId, offerId, offerTitle, requesterUnitId, ownerUnitId, standing };
      return { ...partOf(dish), ...what, id: tx.newId(), dateId, linkedAt: tx.now };
    });
    await tx.insertAll(DishBooking, links);
  }

  private async add(tx: TenantTransaction, dishId: string, bookings: readonly Booking[]): Promise<Dish> {
    const dish = await this.take(tx, dishId);
    await this.expectOpenTo(tx, dish);
    await this.note(tx, dish, bookings);
    return this.dishes.change(tx, dish, {});
  }

  /** Locked, and its menu open until the transaction ends. */
  private async take(tx: TenantTransaction, dishId: string): Promise<Dish> {
    await this.menus.expectOpen(tx, found(await tx.find(Dish, dishId)));
    return this.dishes.take(tx, dishId);
  }

  /** Who holds it or composes it, while it may yet be held. */
  private async expectOpenTo(tx: TenantTransaction, dish: Dish): Promise<void> {
    expectState(dish, LIVE_STATES, DISH_STATES);
    if (dish.recordedAt) refuseState(dish, DISH_RECORD_WORDS.noBookings);
    if (convenes(tx, dish) || isOwn(tx, dish)) return;
    const { unitId } = tx.actor;
    const live = await this.hosts.listLive(tx, dish);
    const takesPart = live.some((host) => host.unitId === unitId && host.state === DishHostState.ACCEPTED);
    if (!takesPart) throw ApiError.forbidden();
  }
}

/** Locked; so that two who link it wait for each other. */
async function takeOwn(tx: TenantTransaction, id: string): Promise<Booking> {
  const { requesterUnitId } = found(await tx.find(Booking, id));
  if (requesterUnitId !== tx.actor.unitId) throw ApiError.forbidden();
  return found(await tx.lock(Booking, id));
}

/** Read by the requester, whatever dish it is. */
function findLink(tx: TenantTransaction, bookingId: string): Promise<DishBooking | null> {
  return tx.manager.findOneBy(DishBooking, { regionId: tx.regionId, bookingId });
}

/** All that is booked for it, as its committee reads bookings made through its network. */
export async function listBooked(
  tx: TenantTransaction,
  { id: dishId, networkId }: Pick<Dish, 'id' | 'networkId'>,
): Promise<{ link: DishBooking; booking: Booking }[]> {
  const links = await tx.manager.findBy(DishBooking, { regionId: tx.regionId, dishId });
  if (links.length === 0) return [];
  const id = In(links.map(({ bookingId }) => bookingId));
  const bookings = await asCommittee(tx, networkId, () =>
    tx.manager.findBy(Booking, { regionId: tx.regionId, id }),
  );
  return links.flatMap((link) => {
    const booking = bookings.find((one) => one.id === link.bookingId);
    return booking ? [{ link, booking }] : [];
  });
}
