import { instantAt, localDayOf, type Span } from '#calendar';
import { Temporal } from 'temporal-polyfill';

/** The quarter that the calendar on the wall shows, e.g. `2026-Q4`. */
export function quarterAt(instant: Date, zone: string): string {
  const { year, month } = localDayOf(instant, zone);
  return `${String(year).padStart(4, '0')}-Q${Math.ceil(month / 3)}`;
}

/** From the first moment of the quarter in that zone up to the first of the next. */
export function spanOfQuarter(quarter: string, zone: string): Span {
  const [year, number] = quarter.split('-Q').map(Number) as [number, number];
  const first = Temporal.PlainDate.from({ year, month: 3 * number - 2, day: 1 });
  return { startsAt: instantAt(first, 0, zone), endsAt: instantAt(first.add({ months: 3 }), 0, zone) };
}
