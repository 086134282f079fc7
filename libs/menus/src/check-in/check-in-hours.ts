import { localDayOf, MS_PER_MINUTE, spanOfDay, type Span } from '#calendar';

const MINUTES_BEFORE = 30;

/** From half an hour before the start of a date until the end of the local day on which it ends, not included. */
export function checkInHours({ startsAt, endsAt }: Span, zone: string): Span {
  // The end is not included: what lasts until midnight ends on the day before.
  const lastDay = localDayOf(new Date(endsAt.getTime() - 1), zone);
  return {
    startsAt: new Date(startsAt.getTime() - MINUTES_BEFORE * MS_PER_MINUTE),
    endsAt: spanOfDay(lastDay, zone).endsAt,
  };
}
