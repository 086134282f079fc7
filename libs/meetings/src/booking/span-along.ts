import type { Span } from '#calendar';

/**
 * When something is wanted that was wanted `own` of a meeting, once that is put to another time: as long before or
 * after its start as it was; what was wanted to the end is wanted to the end.
 */
export function spanAlong(own: Span, meeting: Span, to: Span): Span {
  const by = to.startsAt.getTime() - meeting.startsAt.getTime();
  const shifted = (at: Date): Date => new Date(at.getTime() + by);
  const isToTheEnd = own.endsAt.getTime() === meeting.endsAt.getTime();
  return { startsAt: shifted(own.startsAt), endsAt: isToTheEnd ? to.endsAt : shifted(own.endsAt) };
}
