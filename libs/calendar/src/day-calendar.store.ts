import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { DayCalendar } from './day-calendar.js';
import { listPublishedYears } from './published-years.js';

export type Query = (sql: string, params?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Year and days go in with one statement, so that no year is ever announced without its days. */
const SEED_YEAR = `
  WITH seeded AS (
    INSERT INTO calendar_year (year, version, source, announced) VALUES ($1, 1, $2, true)
    ON CONFLICT (year) DO UPDATE
      SET version = calendar_year.version + 1, source = excluded.source, announced = true
      WHERE NOT calendar_year.announced
    RETURNING year)
  INSERT INTO calendar_day (day, year, class, name)
  SELECT known.day, seeded.year, known.class, known.name
  FROM seeded, json_to_recordset($3::json) AS known (day date, class text, name text)
  ON CONFLICT (day) DO UPDATE SET class = excluded.class, name = excluded.name`;

const YearRow = z.object({ year: z.int(), version: z.int(), announced: z.boolean() });

const DayRow = z.object({
  day: z.string().transform((day) => Temporal.PlainDate.from(day)),
  class: z.enum(['WORKDAY', 'REST_DAY', 'HOLIDAY']),
  name: z.string().nullable(),
});

/** Adds the years that chinese-days knows; a year that is announced already is left as it is. Run as the owner. */
export async function seedCalendar(query: Query): Promise<void> {
  for (const { year, source, days } of listPublishedYears()) {
    await query(SEED_YEAR, [year, source, JSON.stringify(days)]);
  }
}

let latest: { readonly years: string; readonly calendar: DayCalendar } | null = null;

/** The calendar as stored; the days are read again only when an import has changed a year. */
export async function loadDayCalendar(query: Query): Promise<DayCalendar> {
  return dayCalendarOf(
    await query('SELECT year, version, announced FROM calendar_year ORDER BY year'),
    query,
  );
}

/** The same for who has read year, version and announced of all years already, in the order of the years. */
export async function dayCalendarOf(known: unknown, query: Query): Promise<DayCalendar> {
  const rows = YearRow.array().parse(known);
  const years = JSON.stringify(rows);
  if (latest?.years === years) return latest.calendar;
  const days = await query('SELECT day::text AS day, class, name FROM calendar_day');
  const calendar = new DayCalendar(rows, DayRow.array().parse(days));
  latest = { years, calendar };
  return calendar;
}
