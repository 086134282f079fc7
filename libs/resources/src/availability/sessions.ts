import { instantAt, localDayOf, type Span } from '#calendar';

/** A month of the region's zone in which as many sessions begin as the owner gives. */
export interface UsedUpMonth extends Span {
  /** As YYYY-MM-DD. */
  readonly firstDay: string;
  readonly sessionsPerMonth: number;
}

type Month = Omit<UsedUpMonth, 'sessionsPerMonth'>;

/** The whole of the local month in which it lies. */
export function monthOf(instant: Date, zone: string): Month {
  const first = localDayOf(instant, zone).with({ day: 1 });
  const next = first.add({ months: 1 });
  return {
    firstDay: first.toString(),
    startsAt: instantAt(first, 0, zone),
    endsAt: instantAt(next, 0, zone),
  };
}

/**
 * The months in which nothing more may begin, by when sessions begin. In one that had more `before`, since the bound
 * was lowered, so many may stand.
 */
export function monthsUsedUp(
  sessionsPerMonth: number,
  starts: readonly Date[],
  zone: string,
  before: readonly Date[] = [],
): UsedUpMonth[] {
  const had = new Map(countByMonth(before, zone).map(({ startsAt, count }) => [startsAt.getTime(), count]));
  return countByMonth(starts, zone).flatMap(({ count, ...month }) => {
    const most = Math.max(sessionsPerMonth, had.get(month.startsAt.getTime()) ?? 0);
    return count >= most ? [{ ...month, sessionsPerMonth }] : [];
  });
}

function countByMonth(starts: readonly Date[], zone: string): (Month & { count: number })[] {
  const months: (Month & { count: number })[] = [];
  for (const start of starts.toSorted((a, b) => a.getTime() - b.getTime())) {
    const last = months.at(-1);
    if (last && start < last.endsAt) last.count++;
    else months.push({ ...monthOf(start, zone), count: 1 });
  }
  return months;
}
