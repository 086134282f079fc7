import type { Span } from '#calendar';
import { Refused } from '#graphql';
import { type Booking, ItemsRefused, RefusedItem } from '#resources';
import type { TenantTransaction } from '#tenancy';
import type { DateMove, DatePlan } from '../dish/date-plan.js';
import type { DishBooking } from './dish-booking.entity.js';
import { shiftAlong } from './shift-along.js';

/** What is booked ahead for a dish, locked before it; by the booking its link. */
export type HeldBookings = ReadonlyMap<Booking, DishBooking>;

/** A booking whose date goes away from it. */
export interface LinkedMove {
  readonly booking: Booking;
  /** Null when nothing of it is left. */
  readonly to: Span | null;
  readonly date: DateMove;
}

/** One that its requester takes along. */
export type OwnMove = LinkedMove & { readonly to: Span };

/**
 * What is confirmed while another time is asked for goes where that goes, and that back to it where it covers the date.
 * What does not stand at its date was left behind by a no, or put elsewhere by its requester, and does not follow. In the
 * order in which dates were said.
 */
export function movesOf(
  plan: DatePlan,
  held: HeldBookings,
  steps: ReadonlyMap<string, number>,
): LinkedMove[] {
  const moves = [...held].flatMap(([booking, link]) => {
    const date = findMove(plan, link);
    if (!date || isReplaced(booking, held) || !overlap(booking, date.date)) return [];
    if (covers(booking, date.to)) return [];
    const back = replacedBy(booking, held).find((one) => covers(one, date.to));
    const step = steps.get(booking.offerId) ?? 1;
    return [{ booking, to: back ?? shiftAlong(booking, date.date, date.to, step), date }];
  });
  return moves.toSorted((one, other) => one.date.at - other.date.at);
}

export function findMove({ moved }: DatePlan, { dateId }: DishBooking): DateMove | undefined {
  return moved.find(({ date }) => date.id === dateId);
}

export function isOwnMove(tx: TenantTransaction, move: LinkedMove): move is OwnMove {
  return move.to !== null && move.booking.requesterUnitId === tx.actor.unitId;
}

/** What is given up with it: also what is confirmed while it is asked for, unless that covers the date. */
export function lostBy({ booking, date }: LinkedMove, held: HeldBookings): Booking[] {
  return [booking, ...replacedBy(booking, held).filter((one) => !covers(one, date.to))];
}

/** What is refused by its place among moves is told by that of its date among those that were said. */
export function byDates(error: unknown, moves: readonly LinkedMove[]): unknown {
  if (!(error instanceof Refused && error.refusal instanceof ItemsRefused)) return error;
  const items = error.refusal.items.flatMap(({ index, refusal }) => {
    const move = moves[index];
    return move ? [new RefusedItem(move.date.at, refusal)] : [];
  });
  return new Refused(new ItemsRefused(items.toSorted((one, other) => one.index - other.index)));
}

export function overlap(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

function covers(booking: Span, date: Span): boolean {
  return booking.startsAt <= date.startsAt && date.endsAt <= booking.endsAt;
}

function isReplaced({ id }: Booking, held: HeldBookings): boolean {
  return [...held.keys()].some(({ replacesId }) => replacesId === id);
}

function replacedBy({ replacesId }: Booking, held: HeldBookings): Booking[] {
  return [...held.keys()].filter(({ id }) => id === replacesId);
}
