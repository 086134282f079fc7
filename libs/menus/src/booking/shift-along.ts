import type { Span } from '#calendar';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * As much earlier or later, and longer or shorter, as the date that it serves; null when nothing of it would be left.
 * An edge that lay around the date, at a distance that is not on the slot step, is put on the step nearest to
 * it that covers the date: what stood where it was while its date left the step goes on with it.
 */
export function shiftAlong(own: Span, date: Span, to: Span, slotMinutes: number): Span | null {
  const step = slotMinutes * MINUTE;
  const startsAt = -edgeAlong(
    -own.startsAt.getTime(),
    -date.startsAt.getTime(),
    -to.startsAt.getTime(),
    step,
  );
  const endsAt = edgeAlong(own.endsAt.getTime(), date.endsAt.getTime(), to.endsAt.getTime(), step);
  return endsAt > startsAt ? { startsAt: new Date(startsAt), endsAt: new Date(endsAt) } : null;
}

/** Of an end; a start is one whose time runs backwards. Days alone leave the step as it is. */
function edgeAlong(own: number, date: number, to: number, step: number): number {
  const days = Math.round((to - date) / DAY) * DAY;
  const rest = to - date - days;
  const distance = own - date;
  if (distance < 0 || distance % step === 0 || rest % step === 0) return own + to - date;
  const near = own + days + roundToZero(rest / step) * step;
  return near >= to ? near : near + step;
}

/** Of two that are as near, what moves least. */
function roundToZero(value: number): number {
  return Math.sign(value) * Math.ceil(Math.abs(value) - 0.5);
}
