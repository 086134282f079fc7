import { MS_PER_DAY, parseRecurrence, writeChineseDay, writeChineseRecurrence, Zone } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { BOOKING_CHAT } from '../booking/booking-chat.words.js';
import { Booking, BookingReason, BookingState } from '../booking/booking.entity.js';
import { BOOKING_STATES } from '../booking/booking.words.js';
import { SERIES_CHAT } from './series-chat.words.js';
import type { BookingSeries } from './series.entity.js';
import { isLiving } from './series.policy.js';

const MOST_DAYS = 10;

/** What the row itself does not say, as far as the asker may see it. */
export interface SeriesChatFacts {
  readonly owner: string | null;
  readonly requester: string | null;
  /** Its dates, by the order of the rule; wishes to move one are none. */
  readonly bookings: readonly Pick<Booking, 'state' | 'startsAt' | 'endsAt'>[];
}

/** A series in plain Chinese for a group chat. Everybody there reads it: no names, no phones. */
export async function writeSeriesChat(tx: TenantTransaction, series: BookingSeries): Promise<string> {
  const owner = await tx.find(Unit, series.ownerUnitId);
  const requester = await tx.find(Unit, series.requesterUnitId);
  const all = await tx.manager.find(Booking, {
    where: { regionId: tx.regionId, seriesId: series.id },
    order: { originalStart: 'ASC', requestedAt: 'ASC', id: 'ASC' },
  });
  return composeSeriesChat(series, {
    owner: owner?.name ?? null,
    requester: requester?.name ?? null,
    bookings: datesOf(all),
  });
}

/** For each date what stands, else what was asked for last. */
function datesOf(bookings: readonly Booking[]): Booking[] {
  const asked = bookings.filter(({ reason }) => reason !== BookingReason.MOVED);
  const living = new Set(asked.filter(isLiving).map(({ id }) => id));
  const dates = new Map<number | undefined, Booking>();
  for (const booking of asked) {
    const start = booking.originalStart?.getTime();
    const known = dates.get(start);
    const isWish = living.has(booking.replacesId ?? '');
    if (!known || (!isWish && (living.has(booking.id) || !living.has(known.id)))) dates.set(start, booking);
  }
  return [...dates.values()];
}

export function composeSeriesChat(series: BookingSeries, facts: SeriesChatFacts): string {
  const { zone, purpose, heads, amount, measure, skipped } = series;
  const { bookings } = facts;
  return joinChat([
    headline(series, facts),
    datesLine(bookings, zone),
    SERIES_CHAT.states({ states: countStates(bookings) }),
    skipped.length > 0 ? SERIES_CHAT.skipped({ count: skipped.length, days: listDays(skipped, zone) }) : null,
    BOOKING_CHAT.purpose({ purpose: hidePhones(purpose) }),
    heads === null ? null : BOOKING_CHAT.heads({ heads }),
    amount === null ? null : BOOKING_CHAT.amount({ amount, measure: hidePhones(measure ?? '') }),
  ]);
}

function headline(series: BookingSeries, { owner, requester, bookings }: SeriesChatFacts): string {
  const zone = Zone.of(series.zone);
  const firstDay = zone.epochDayAt(series.startsAt.getTime());
  return SERIES_CHAT.headline({
    requester: requester ?? SERIES_CHAT.aUnit,
    owner: owner ?? SERIES_CHAT.aUnit,
    offer: hidePhones(series.offerTitle),
    rule: writeChineseRecurrence(parseRecurrence(series.rule), firstDay),
    hours: hoursOf(series, bookings, zone),
    count: bookings.length,
  });
}

/** Those of all dates where they were moved alike, else those of the rule. */
function hoursOf(series: BookingSeries, bookings: SeriesChatFacts['bookings'], zone: Zone): string {
  const [hours, ...others] = new Set(bookings.map((booking) => writeHours(booking, zone)));
  return hours === undefined || others.length > 0 ? writeHours(series, zone) : hours;
}

/** `09:00–11:00`; an end at midnight is 24:00, a later one says on which day after. */
function writeHours({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>, zone: Zone): string {
  const [from, to] = [zone.localAt(startsAt.getTime()), zone.localAt(endsAt.getTime())];
  const days = Math.floor(to / MS_PER_DAY) - Math.floor(from / MS_PER_DAY);
  if (days === 0) return `${clock(from)}–${clock(to)}`;
  if (days === 1 && to % MS_PER_DAY === 0) return `${clock(from)}–24:00`;
  return `${clock(from)}至${days === 1 ? '次日' : `${days}天后`}${clock(to)}`;
}

function clock(local: number): string {
  return new Date(local).toISOString().slice(11, 16);
}

function datesLine(bookings: SeriesChatFacts['bookings'], zone: string): string | null {
  const [first, last] = [bookings[0], bookings.at(-1)];
  if (!first || !last) return null;
  const day = writeChineseDay(first.startsAt, zone);
  return first === last
    ? SERIES_CHAT.oneDate({ first: day })
    : SERIES_CHAT.dates({ first: day, last: writeChineseDay(last.startsAt, zone) });
}

function countStates(bookings: SeriesChatFacts['bookings']): string {
  return Object.values(BookingState)
    .map((state) => ({ state, count: bookings.filter((booking) => booking.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => SERIES_CHAT.state({ state: BOOKING_STATES[state], count }))
    .join('、');
}

function listDays(skipped: BookingSeries['skipped'], zone: string): string {
  const days = skipped.slice(0, MOST_DAYS).map(({ startsAt }) => writeChineseDay(new Date(startsAt), zone));
  const listed = days.join('、');
  return skipped.length > MOST_DAYS ? SERIES_CHAT.more({ days: listed }) : listed;
}
