import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Booking, CALLED_OFF_STATES, Offer, Venue } from '#resources';
import { In, IsNull, Not } from 'typeorm';
import { DishBooking } from '../booking/dish-booking.entity.js';
import { DishDate } from '../dish/dish-date.entity.js';
import { Dish, DishKind } from '../dish/dish.entity.js';
import { LIVE_STATES } from '../dish/dish.policy.js';
import { awaitsLead } from '../host/dish-hosts.js';
import { DishHost, DishHostState } from '../host/dish-host.entity.js';
import type { Menu } from '../menu/menu.entity.js';
import { changesBetween } from '../version/menu-changes.js';
import { MenuVersion } from '../version/menu-version.entity.js';
import { describeDishes } from '../version/published-dish.js';
import { findClashes, MenuWarningCode } from './clashes.js';
import { DishOutcome } from '../outcome/dish-outcome.entity.js';
import { MenuWarning } from './menu-warning.object.js';
import { MENU_WARNING_WORDS as W } from './menu-warning.words.js';

/** More are not composed at once; a menu of a network has a dozen. */
const MOST_DISHES = 200;

/** What a committee should look at among the dishes of a month, proposed and taken; null for everybody else. */
export async function listWarnings(tx: TenantTransaction, menu: Menu): Promise<MenuWarning[] | null> {
  const { networkId, month } = menu;
  if (!tx.actor.convenedNetworkIds.includes(networkId)) return null;
  const { regionId } = tx;
  const dishes = await tx.manager.find(Dish, {
    where: { regionId, networkId, month, state: In([...LIVE_STATES]) },
    order: { startsAt: 'ASC', id: 'ASC' },
    take: MOST_DISHES,
  });
  const beneath = { regionId, dishId: In(dishes.map(({ id }) => id)) };
  const dates = await tx.manager.findBy(DishDate, { ...beneath, cancelledAt: IsNull() });
  const hosts = await tx.manager.findBy(DishHost, { ...beneath, state: DishHostState.ASKED });
  const outcomes = await tx.manager.findBy(DishOutcome, beneath);
  const filed = new Set(outcomes.map(({ dishId }) => dishId));
  const over = new Set(dates.filter(({ endsAt }) => endsAt <= tx.now).map(({ dishId }) => dishId));
  const booked = await listBooked(tx, await tx.manager.findBy(DishBooking, beneath));
  // What was recorded afterwards was held, whatever was held beside it.
  const ahead = dishes.filter(({ recordedAt }) => recordedAt === null);
  const composed = ahead.map(({ id, kind, leadUnitId, place, segments }) => ({
    id,
    kind,
    // Whoever was asked to lead is wanted at that time already.
    leadUnitId: hosts.find(({ dishId, isLead }) => isLead && dishId === id)?.unitId ?? leadUnitId,
    place,
    segments,
    dates: dates.filter(({ dishId }) => dishId === id),
    offerIds: booked.flatMap(({ dishId, booking }) => (dishId === id ? [booking.offerId] : [])),
  }));
  const byId = new Map(dishes.map((dish) => [dish.id, dish]));
  const clashes = findClashes(composed).map(({ code, dishIds: [first, second] }) => {
    const [one, other] = [byId.get(first), byId.get(second)];
    const blanks = { one: one?.title ?? '', other: other?.title ?? '' };
    return new MenuWarning(
      code,
      sayClash(code, blanks),
      [one, other].flatMap((dish) => dish ?? []),
    );
  });
  const ofOne = dishes.flatMap((dish) => [
    ...(dish.recordedAt ? [] : awaited(dish, hosts)),
    ...pending(dish, booked),
    ...tooMany(dish, booked),
    ...(isHeld(dish, over) && !filed.has(dish.id) ? [alone(MenuWarningCode.RESULT_MISSING, dish)] : []),
  ]);
  return [...clashes, ...ofOne, ...(await untold(tx, menu, dishes))];
}

/** Published dishes that are not as the last version shows them. */
async function untold(tx: TenantTransaction, menu: Menu, dishes: readonly Dish[]): Promise<MenuWarning[]> {
  const where = { regionId: tx.regionId, menuId: menu.id, number: menu.edition };
  const last = menu.edition > 0 && (await tx.manager.findOneBy(MenuVersion, where));
  if (!last) return [];
  const shown = dishes.filter(({ publishedAt, recordedAt }) => publishedAt !== null && !recordedAt);
  const changes = changesBetween(last.dishes, await describeDishes(tx, shown), await timeZoneOf(tx));
  const changed = new Set(changes.map(({ dishId }) => dishId));
  const code = MenuWarningCode.UNPUBLISHED_CHANGES;
  return shown
    .filter(({ id }) => changed.has(id))
    .map((dish) => new MenuWarning(code, W[code]({ one: dish.title }), [dish]));
}

interface Booked {
  readonly dishId: string;
  readonly booking: Booking;
  readonly offer: Offer | null;
}

/** What was called off serves nothing any more. */
async function listBooked(tx: TenantTransaction, links: readonly DishBooking[]): Promise<Booked[]> {
  const { regionId, manager } = tx;
  const bookings = await manager.findBy(Booking, {
    regionId,
    id: In(links.map(({ bookingId }) => bookingId)),
    state: Not(In([...CALLED_OFF_STATES])),
  });
  const offers: Offer[] = await manager.findBy<Offer>(Offer, {
    regionId,
    id: In(bookings.map(({ offerId }) => offerId)),
  });
  return links.flatMap(({ dishId, bookingId }) => {
    const booking = bookings.find(({ id }) => id === bookingId);
    if (!booking) return [];
    return [{ dishId, booking, offer: offers.find(({ id }) => id === booking.offerId) ?? null }];
  });
}

function awaited(dish: Dish, asked: readonly DishHost[]): MenuWarning[] {
  const own = asked.filter(({ dishId }) => dishId === dish.id);
  const lead = awaitsLead(dish, own);
  const { LEAD_AWAITED, HOST_AWAITED } = MenuWarningCode;
  return [
    ...(lead ? [alone(LEAD_AWAITED, dish)] : []),
    ...(own.some(({ isLead }) => !(lead && isLead)) ? [alone(HOST_AWAITED, dish)] : []),
  ];
}

type OfOne = MenuWarningCode.LEAD_AWAITED | MenuWarningCode.HOST_AWAITED | MenuWarningCode.RESULT_MISSING;

function alone(code: OfOne, dish: Dish): MenuWarning {
  return new MenuWarning(code, W[code]({ one: dish.title }), [dish]);
}

function pending(dish: Dish, booked: readonly Booked[]): MenuWarning[] {
  return booked
    .filter(({ dishId, booking }) => dishId === dish.id && booking.settledAt === null)
    .map(({ booking }) => {
      const words = W.BOOKING_PENDING({ one: dish.title, what: booking.offerTitle });
      return new MenuWarning(MenuWarningCode.BOOKING_PENDING, words, [dish]);
    });
}

/** Published and over, with one date at least; of a service day nobody files what came of it. */
function isHeld({ id, kind, publishedAt }: Dish, over: ReadonlySet<string>): boolean {
  return publishedAt !== null && kind !== DishKind.SERVICE_DAY && over.has(id);
}

/** A course in one hall is told once. */
function tooMany(dish: Dish, booked: readonly Booked[]): MenuWarning[] {
  const { quota, title } = dish;
  if (quota === null) return [];
  const venues = new Map(
    booked.flatMap(({ dishId, offer }) =>
      dishId === dish.id && offer instanceof Venue && offer.capacity < quota ? [[offer.id, offer]] : [],
    ),
  );
  return [...venues.values()].map(({ title: what, capacity }) => {
    const words = W.ABOVE_CAPACITY({ one: title, quota, what, capacity });
    return new MenuWarning(MenuWarningCode.ABOVE_CAPACITY, words, [dish]);
  });
}

function sayClash(code: MenuWarningCode, blanks: { one: string; other: string }) {
  if (code === MenuWarningCode.SAME_PLACE) return W.SAME_PLACE(blanks);
  return code === MenuWarningCode.SAME_LEAD ? W.SAME_LEAD(blanks) : W.SAME_AUDIENCE(blanks);
}
