import type { Span } from '#calendar';
import type { OfferDiary } from '../occupancy/offer-diary.js';
import { spanWithGap } from '../offer/offer-terms.js';
import type { Offer } from '../offer/offer.entity.js';
import type { ContactDraft } from './booking-contacts.js';
import { type Booking, BookingState } from './booking.entity.js';

/** A booking of the actor's own, and the time it is to have; its own time takes back any wish to move it. */
export interface Move {
  readonly booking: Booking;
  readonly to: Span;
  readonly waitIfTaken: boolean;
}

/** How things stand before anything moves. */
export interface MoveStanding {
  readonly diary: OfferDiary;
  /** By a wish: what is confirmed, and was to be given up for it. */
  readonly replaced: ReadonlyMap<string, Booking>;
  /** Wishes to move what is confirmed, which nobody has answered. */
  readonly pending: readonly Booking[];
  readonly contacts: ReadonlyMap<string, ContactDraft>;
  /** Confirmed times that the moves so far are to leave: in the way of none of them. */
  readonly left: string[];
  /** Whether what is asked for anew must stand beside the rest of it, even where nothing holds it. */
  readonly isWhole: boolean;
}

/** What is confirmed of what moves; a wish may be to leave such a time. */
export function confirmedOf({ replaced }: Pick<MoveStanding, 'replaced'>, booking: Booking): Booking | null {
  return booking.state === BookingState.CONFIRMED ? booking : (replaced.get(booking.id) ?? null);
}

/** Wishes that end when it moves. */
export function outdatedBy({ pending }: Pick<MoveStanding, 'pending'>, booking: Booking): readonly Booking[] {
  if (booking.state !== BookingState.CONFIRMED) return [booking];
  return pending.filter(({ replacesId }) => replacesId === booking.id);
}

/**
 * Each after those whose confirmed time it is to have, so that an owner can grant one after the other; a ring, of which
 * none could be the first, stays as it is.
 */
export function inPassingOrder(
  offer: Offer,
  standing: Pick<MoveStanding, 'replaced'>,
  moves: readonly Move[],
): Move[] {
  const ahead = [...moves];
  const ordered: Move[] = [];
  const isBlocked = (move: Move): boolean =>
    ahead.some((other) => {
      const confirmed = other === move ? null : confirmedOf(standing, other.booking);
      return confirmed !== null && isNear(offer, confirmed, move.to);
    });
  while (ahead.length > 0) {
    const next = ahead.findIndex((move) => !isBlocked(move));
    ordered.push(...ahead.splice(Math.max(next, 0), 1));
  }
  return ordered;
}

/** Whether both are the same time. */
export function isSame(one: Span, other: Span): boolean {
  return lies(one, other) && lies(other, one);
}

export function lies(inner: Span, outer: Span): boolean {
  return outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt;
}

function isNear(offer: Offer, one: Span, other: Span): boolean {
  return one.startsAt < spanWithGap(offer, other).endsAt && other.startsAt < spanWithGap(offer, one).endsAt;
}
