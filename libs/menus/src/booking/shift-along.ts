import type { Span } from '#calendar';

/**
 * As much earlier or later, and longer or shorter, as the date that it serves; null when nothing of it would be left.
 */
export function shiftAlong(own: Span, date: Span, to: Span): Span | null {
  const startsAt = new Date(own.startsAt.getTime() + to.startsAt.getTime() - date.startsAt.getTime());
  const endsAt = new Date(own.endsAt.getTime() + to.endsAt.getTime() - date.endsAt.getTime());
  return endsAt > startsAt ? { startsAt, endsAt } : null;
}
