import { found } from '#graphql';
import type { EndingThing } from '#network';
import { type Booking, BundleMove, CallOff, mayStillEnd } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { DatePlan } from '../dish/date-plan.js';
import { Dish } from '../dish/dish.entity.js';
import { DishRepository } from '../dish/dish.repository.js';
import { BookingStanding, standingOf } from './booking-standing.js';
import { DishBooking } from './dish-booking.entity.js';
import { DISH_BOOKING_WORDS } from './dish-booking.words.js';
import { DishBookings, listBooked } from './dish-bookings.js';
import {
  byDates,
  findMove,
  type HeldBookings,
  isOwnMove,
  lostBy,
  movesOf,
  overlap,
  type OwnMove,
} from './moves-of.js';
import { listSlotSteps } from './slot-steps.js';

/** Bookings follow the dish that they serve, in the same act: to another time, or to an end. */
@Injectable()
export class DishMoves {
  constructor(
    private readonly dishes: DishRepository,
    private readonly bookings: DishBookings,
    private readonly moving: BundleMove,
    private readonly callOff: CallOff,
  ) {}

  /** Before the dish itself. */
  hold(tx: TenantTransaction, dish: Dish): Promise<HeldBookings> {
    return this.holdAll(tx, [dish]);
  }

  /** Before all of the dishes. */
  async holdAll(tx: TenantTransaction, dishes: readonly Dish[]): Promise<HeldBookings> {
    const booked: Awaited<ReturnType<typeof listBooked>> = [];
    for (const dish of dishes) booked.push(...(await listBooked(tx, dish)));
    const links = new Map(booked.map(({ link, booking }) => [booking.id, link]));
    const held = await this.callOff.holdForRequesters(
      tx,
      booked.map(({ booking }) => booking),
    );
    return new Map(held.map((booking) => [booking, found(links.get(booking.id) ?? null)]));
  }

  /** It is not held: nobody keeps what was booked for it. */
  async free(tx: TenantTransaction, held: HeldBookings): Promise<void> {
    await this.callOff.endForRequesters(tx, [...held.keys()], DISH_BOOKING_WORDS.notHeld.zh);
  }

  /** What units other than this have ahead for these dishes, as a committee reads it. */
  async listOfOthers(tx: TenantTransaction, dishes: readonly Dish[], unitId: string): Promise<EndingThing[]> {
    const things: EndingThing[] = [];
    for (const dish of dishes.filter(({ networkId }) => tx.actor.convenedNetworkIds.includes(networkId))) {
      for (const { booking } of await listBooked(tx, dish)) {
        const { id: thingId, startsAt, requesterUnitId, ownerUnitId } = booking;
        const isListed = requesterUnitId === unitId || ownerUnitId === unitId;
        if (!isListed && mayStillEnd(tx, booking)) {
          things.push({ part: 'Booking', thingType: 'Booking', thingId, startsAt });
        }
      }
    }
    return things;
  }

  /** It goes back to its unit: what others had booked for it serves a dish that they no longer read. */
  async freeOthers(tx: TenantTransaction, { unitId }: Dish, held: HeldBookings): Promise<void> {
    const others = [...held.keys()].filter(({ requesterUnitId }) => requesterUnitId !== unitId);
    await this.callOff.endForRequesters(tx, others, DISH_BOOKING_WORDS.notHeld.zh);
  }

  /**
   * Its dates have moved. What still covers its date is left as it is. Of the rest, what the actor's own unit has booked
   * moves along, all or none; what another unit has is given up, since nobody asks in its name. Before dates go that
   * links name.
   * @throws Refused ItemsRefused by the places of the dates that were said
   */
  async follow(tx: TenantTransaction, dish: Dish, plan: DatePlan, held: HeldBookings): Promise<void> {
    const dropped = new Set(plan.dropped.map(({ id }) => id));
    const gone = [...held].filter(([, { dateId }]) => dateId !== null && dropped.has(dateId));
    const left: Booking[] = [];
    for (const [booking, link] of gone) {
      if (!(await this.serveOther(tx, dish, plan, booking, link))) left.push(booking);
    }
    await this.callOff.endForRequesters(tx, left, DISH_BOOKING_WORDS.notHeld.zh);
    if (dish.publishedAt === null) await this.unlinkDates(tx, dish, dropped);
    const steps = await listSlotSteps(tx, plan.moved.length > 0 ? held.keys() : []);
    const moves = movesOf(plan, held, steps);
    const own = moves.filter((move): move is OwnMove => isOwnMove(tx, move));
    const kept = new Set(own.map(({ booking }) => booking));
    const lost = moves.flatMap((move) => (kept.has(move.booking) ? [] : lostBy(move, held)));
    await this.callOff.endForRequesters(tx, lost, DISH_BOOKING_WORDS.moved.zh);
    await this.move(tx, dish, own, held);
    const settled = new Set([...kept, ...lost]);
    await this.showOthers(tx, dish, plan, new Map([...held].filter(([booking]) => !settled.has(booking))));
  }

  /** Whether it serves another date that stays, as it does from now on: a hall for the morning and the afternoon. */
  private async serveOther(
    tx: TenantTransaction,
    dish: Dish,
    { kept }: DatePlan,
    booking: Booking,
    link: DishBooking,
  ): Promise<boolean> {
    const other = kept.find((date) => overlap(booking, date));
    if (!other || link.standing === BookingStanding.OFF) return false;
    const asRequester = <T>(work: () => Promise<T>): Promise<T> => tx.asUnit(link.requesterUnitId, work);
    // Who reads the dish no longer keeps nothing for it.
    if (!(await asRequester(() => tx.find(Dish, dish.id)))) return false;
    await this.dishes.asKeeper(tx, dish, () => tx.remove(DishBooking, link));
    await asRequester(() => this.bookings.note(tx, dish, [booking], { dateId: other.id }));
    return true;
  }

  private async unlinkDates(tx: TenantTransaction, dish: Dish, dateIds: ReadonlySet<string>): Promise<void> {
    const links = await tx.manager.findBy(DishBooking, { regionId: tx.regionId, dishId: dish.id });
    for (const link of links.filter(({ dateId }) => dateId !== null && dateIds.has(dateId))) {
      await this.dishes.asKeeper(tx, dish, () => tx.remove(DishBooking, link));
    }
  }

  /** What is asked for anew serves the date that was served before; of both it alone is read with the dish. */
  private async move(
    tx: TenantTransaction,
    dish: Dish,
    moves: readonly OwnMove[],
    held: HeldBookings,
  ): Promise<void> {
    const shifts = moves.map(({ booking, to }) => ({ booking, to, waitIfTaken: false }));
    const done = await this.moving.move(tx, shifts).catch((error: unknown) => {
      throw byDates(error, moves);
    });
    const links = new Map([...held].map(([{ id }, link]) => [id, link]));
    for (const [id, booking] of done) {
      const from = links.get(id);
      if (!from || booking.id === id) continue;
      await this.show(tx, dish, from, BookingStanding.OFF);
      const known = links.get(booking.id);
      if (known) await this.show(tx, dish, known, standingOf(booking));
      else await this.bookings.note(tx, dish, [booking], from);
    }
  }

  /** What stays where it is: the date goes away from it, or comes back to it. */
  private async showOthers(
    tx: TenantTransaction,
    dish: Dish,
    plan: DatePlan,
    others: HeldBookings,
  ): Promise<void> {
    for (const [booking, link] of others) {
      const move = findMove(plan, link);
      if (!move) continue;
      const stands = overlap(booking, move.to);
      await this.show(tx, dish, link, stands ? standingOf(booking) : BookingStanding.OFF);
    }
  }

  private async show(
    tx: TenantTransaction,
    dish: Dish,
    link: DishBooking,
    standing: BookingStanding,
  ): Promise<void> {
    await this.dishes.asKeeper(tx, dish, () => tx.change(DishBooking, link, { standing }));
  }
}
