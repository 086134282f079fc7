import { localDayOf, spanOfDay, type DayCalendar } from '#calendar';

export interface NoticeEnd {
  readonly until: Date;
  /** A day on the way lies in a year that is not announced yet: it was guessed from the weekday. */
  readonly isProvisional: boolean;
}

/** The end of the last of so many working days in `zone`; the day of the publication is not counted. */
export function noticeEnd(
  calendar: DayCalendar,
  publishedAt: Date,
  workingDays: number,
  zone: string,
): NoticeEnd {
  const first = localDayOf(publishedAt, zone);
  const last = localDayOf(calendar.addWorkingDays(publishedAt, workingDays, zone), zone);
  const years = Array.from({ length: last.year - first.year + 1 }, (_, at) => first.year + at);
  return {
    until: spanOfDay(last, zone).endsAt,
    isProvisional: years.some((year) => !calendar.isAnnounced(year)),
  };
}
