import { createRequire } from 'node:module';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CalendarDay } from './day-calendar.js';

/** Names by ISO date; each name is "English,Chinese,number of statutory days". */
const PublishedDays = z.object({
  holidays: z.record(z.iso.date(), z.string()),
  workdays: z.record(z.iso.date(), z.string()),
});

export interface PublishedYear {
  readonly year: number;
  readonly source: string;
  readonly days: readonly CalendarDay[];
}

/**
 * The years that chinese-days has data for, each with its days off and make-up workdays. Its published JSON is read
 * rather than its functions: they call every day of an unknown year a plain one, and west of UTC they are a day off.
 */
export function listPublishedYears(): PublishedYear[] {
  const require = createRequire(import.meta.url);
  const published = PublishedDays.parse(require('chinese-days/dist/chinese-days.json'));
  const { version }: { version: string } = require('chinese-days/package.json');
  const days = [...toDays(published.holidays, 'HOLIDAY'), ...toDays(published.workdays, 'WORKDAY')].toSorted(
    (a, b) => Temporal.PlainDate.compare(a.day, b.day),
  );
  const years = [...new Set(days.map(({ day }) => day.year))];
  return years.map((year) => ({
    year,
    source: `chinese-days ${version}`,
    days: days.filter(({ day }) => day.year === year),
  }));
}

function toDays(byDate: Record<string, string>, dayClass: CalendarDay['class']): CalendarDay[] {
  return Object.entries(byDate).map(([date, names]) => ({
    day: Temporal.PlainDate.from(date),
    class: dayClass,
    name: names.split(',')[1] ?? null,
  }));
}
