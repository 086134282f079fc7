import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { DayCalendar, type CalendarDay } from './day-calendar.js';
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

/** What is announced anew counts up; a day that is no longer named is a plain one. */
const ANNOUNCE_YEAR = `
  WITH known AS (
    SELECT day, class, name FROM json_to_recordset($3::json) AS known (day date, class text, name text)),
  announced AS (
    INSERT INTO calendar_year (year, version, source, announced) VALUES ($1, 1, $2, true)
    ON CONFLICT (year) DO UPDATE
      SET version = calendar_year.version + 1, source = excluded.source, announced = true
    RETURNING year),
  plain AS (DELETE FROM calendar_day WHERE year = $1 AND day NOT IN (SELECT day FROM known))
  INSERT INTO calendar_day (day, year, class, name)
  SELECT known.day, announced.year, known.class, known.name FROM announced, known
  ON CONFLICT (day) DO UPDATE SET class = excluded.class, name = excluded.name`;

const YearRow = z.object({ year: z.int(), version: z.int(), announced: z.boolean() });

const StoredYearRow = YearRow.extend({ source: z.string() });

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

/** A year as somebody announces it. */
export interface YearDraft {
  readonly year: number;
  /** Where it was taken from, e.g. the number of the State Council's notice. */
  readonly source: string;
  readonly days: readonly CalendarDay[];
}

/** A year as it is stored; null where nothing is known of it. */
export interface StoredYear extends YearDraft {
  /** Counts its imports, from 1. */
  readonly version: number;
  readonly announced: boolean;
}

export async function findCalendarYear(query: Query, year: number): Promise<StoredYear | null> {
  const [row] = await query('SELECT year, version, source, announced FROM calendar_year WHERE year = $1', [
    year,
  ]);
  if (!row) return null;
  const days = await query(
    'SELECT day::text AS day, class, name FROM calendar_day WHERE year = $1 ORDER BY calendar_day.day',
    [year],
  );
  return { ...StoredYearRow.parse(row), days: DayRow.array().parse(days) };
}

/** Year and days in one statement: nobody reads the one without the others. Run as the owner. */
export async function announceYear(query: Query, { year, source, days }: YearDraft): Promise<void> {
  await query(ANNOUNCE_YEAR, [year, source, JSON.stringify(days)]);
}

/** The calendar as this connection sees it, even where an import is not stored for good. */
export async function readDayCalendar(query: Query): Promise<DayCalendar> {
  const years = YearRow.array().parse(await query('SELECT year, version, announced FROM calendar_year'));
  return new DayCalendar(
    years,
    DayRow.array().parse(await query('SELECT day::text AS day, class, name FROM calendar_day')),
  );
}
