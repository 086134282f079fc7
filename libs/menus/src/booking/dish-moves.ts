import type { Span } from '#calendar';
import { found } from '#graphql';
import type { EndingThing } from '#network';
import { type Booking, BundleMove, CallOff, mayStillEnd } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { DatePlan } from '../dish/date-plan.js';
import type { Dish } from '../dish/dish.entity.js';
import { DishRepository } from '../dish/dish.repository.js';
import { DishBooking } from './dish-booking.entity.js';
import { DISH_BOOKING_WORDS } from './dish-booking.words.js';
import { shiftAlong } from './shift-along.js';
import { DishBookings, listBooked } from './dish-bookings.js';

/** What is booked ahead for a dish, locked before it; by the booking its link. */
export type HeldBookings = ReadonlyMap<Booking, DishBooking>;

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
   * Its dates have moved. What the actor's own unit has booked moves along, all or none; what another unit has is given
   * up, since nobody asks in its name. Before dates go that links name.
   */
  async follow(tx: TenantTransaction, dish: Dish, plan: DatePlan, held: HeldBookings): Promise<void> {
    const dropped = new Set(plan.dropped.map(({ id }) => id));
    const gone = [...held].filter(([, { dateId }]) => dateId !== null && dropped.has(dateId));
    await this.callOff.endForRequesters(
      tx,
      gone.map(([booking]) => booking),
      DISH_BOOKING_WORDS.notHeld.zh,
    );
    if (dish.publishedAt === null) await this.unlinkDates(tx, dish, dropped);
    const moves = movesOf(plan, held);
    const own = moves.flatMap(({ booking, to }) =>
      to !== null && booking.requesterUnitId === tx.actor.unitId ? [{ booking, to, waitIfTaken: false }] : [],
    );
    const kept = new Set(own.map(({ booking }) => booking));
    const lost = moves.flatMap(({ booking }) => (kept.has(booking) ? [] : [booking]));
    await this.callOff.endForRequesters(tx, lost, DISH_BOOKING_WORDS.moved.zh);
    await this.move(tx, dish, own);
  }

  private async unlinkDates(tx: TenantTransaction, dish: Dish, dateIds: ReadonlySet<string>): Promise<void> {
    const links = await tx.manager.findBy(DishBooking, { regionId: tx.regionId, dishId: dish.id });
    for (const link of links.filter(({ dateId }) => dateId !== null && dateIds.has(dateId))) {
      await this.dishes.asKeeper(tx, dish, () => tx.remove(DishBooking, link));
    }
  }

  private async move(
    tx: TenantTransaction,
    dish: Dish,
    shifts: Parameters<BundleMove['move']>[1],
  ): Promise<void> {
    const standing = await this.moving.move(tx, shifts);
    const fresh = [...standing].flatMap(([id, booking]) => (booking.id === id ? [] : [booking]));
    await this.bookings.note(tx, dish, fresh);
  }
}

interface Move {
  readonly booking: Booking;
  /** Null when nothing of it is left. */
  readonly to: Span | null;
}

function movesOf({ moved }: DatePlan, held: HeldBookings): Move[] {
  return [...held].flatMap(([booking, { dateId }]) => {
    const move = moved.find(({ date }) => date.id === dateId);
    return move ? [{ booking, to: shiftAlong(booking, move.date, move.to) }] : [];
  });
}
