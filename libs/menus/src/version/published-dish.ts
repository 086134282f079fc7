import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In, IsNull } from 'typeorm';
import { BookingStanding } from '../booking/booking-standing.js';
import { DishBooking } from '../booking/dish-booking.entity.js';
import { DishDate } from '../dish/dish-date.entity.js';
import type { Dish, DishKind, Segment } from '../dish/dish.entity.js';
import { DISH_CHAT } from '../dish/dish.words.js';
import { DishHost, DishHostState } from '../host/dish-host.entity.js';

/** A dish as the network reads it; instants as JSON has them. What is stored of it stays as it was. */
export interface PublishedDish {
  readonly id: string;
  readonly kind: DishKind;
  readonly title: string;
  readonly what: string | null;
  readonly place: string | null;
  readonly lead: string;
  readonly hosts: readonly string[];
  /** Of the same units: one that is renamed is no other. */
  readonly leadUnitId: string;
  readonly hostUnitIds: readonly string[];
  readonly dates: readonly { readonly startsAt: string; readonly endsAt: string }[];
  /** What is booked for it. */
  readonly offers: readonly string[];
  /** What is asked for, and nobody has said yes to. */
  readonly pendingOffers: readonly string[];
  readonly quota: number | null;
  readonly quotaPerUnit: number | null;
  readonly signUpDeadline: string | null;
  readonly segments: readonly Segment[];
  readonly contactName: string | null;
  readonly contactPhone: string | null;
}

/** These dishes as they stand, by time. With the rights of the committee. */
export async function describeDishes(
  tx: TenantTransaction,
  dishes: readonly Dish[],
): Promise<PublishedDish[]> {
  const beneath = { regionId: tx.regionId, dishId: In(dishes.map(({ id }) => id)) };
  const dates = await tx.manager.find(DishDate, {
    where: { ...beneath, cancelledAt: IsNull() },
    order: { startsAt: 'ASC', id: 'ASC' },
  });
  const hosts = await tx.manager.find(DishHost, {
    where: { ...beneath, state: DishHostState.ACCEPTED },
    order: { askedAt: 'ASC', id: 'ASC' },
  });
  const bookings = await tx.manager.find(DishBooking, {
    where: beneath,
    order: { linkedAt: 'ASC', offerTitle: 'ASC', id: 'ASC' },
  });
  const shown = [...dishes.map((dish) => dish.leadUnitId), ...hosts.map((host) => host.unitId)];
  const named = await tx.manager.findBy(Unit, { regionId: tx.regionId, id: In(shown) });
  const units = new Map(named.map(({ id, name }) => [id, name]));
  const ofDish = <Part extends { dishId: string }>(parts: readonly Part[], { id }: Dish): Part[] =>
    parts.filter(({ dishId }) => dishId === id);
  const hostsOf = (dish: Dish): string[] =>
    ofDish(hosts, dish).flatMap(({ unitId }) => (unitId === dish.leadUnitId ? [] : unitId));
  return dishes.toSorted(byTime).map((dish) => ({
    ...sayingsOf(dish),
    lead: units.get(dish.leadUnitId) ?? '',
    hosts: hostsOf(dish).map((id) => units.get(id) ?? ''),
    leadUnitId: dish.leadUnitId,
    hostUnitIds: hostsOf(dish),
    dates: ofDish(dates, dish).map(({ startsAt, endsAt }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
    offers: titlesOf(ofDish(bookings, dish), BookingStanding.TAKEN),
    pendingOffers: titlesOf(ofDish(bookings, dish), BookingStanding.PENDING),
  }));
}

function titlesOf(links: readonly DishBooking[], wanted: BookingStanding): string[] {
  return [
    ...new Set(links.filter(({ standing }) => standing === wanted).map(({ offerTitle }) => offerTitle)),
  ];
}

/** Where it is held, in Chinese: as it was said, what is booked, and what is asked for as such. */
export function writePlaces({ place, offers, pendingOffers }: PublishedDish): string[] {
  const pending = pendingOffers.map((title) => DISH_CHAT.pending({ title }));
  return [...(place === null ? [] : [place]), ...offers, ...pending];
}

function sayingsOf(dish: Dish) {
  const { id, kind, title, what, place, quota, quotaPerUnit, segments, contactName, contactPhone } = dish;
  const signUpDeadline = dish.signUpDeadline?.toISOString() ?? null;
  const text = { id, kind, title, what, place, contactName, contactPhone };
  return { ...text, quota, quotaPerUnit, signUpDeadline, segments };
}

function byTime(one: Dish, other: Dish): number {
  return one.startsAt.getTime() - other.startsAt.getTime() || (one.id < other.id ? -1 : 1);
}
