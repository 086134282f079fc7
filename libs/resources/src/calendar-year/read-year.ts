import type { CalendarDay, DayClass, YearDraft } from '#calendar';
import { DateScalar, findScalarProblem, type Words } from '#graphql';
import { Temporal } from 'temporal-polyfill';
import { YEAR_FILE_WORDS } from './year-file.words.js';

const { yearForm, textForm, daysNeeded, dayMissing, otherYear, dayTwice, classForm, plainAnyway, notKnown } =
  YEAR_FILE_WORDS;
const CLASSES: readonly unknown[] = ['WORKDAY', 'REST_DAY', 'HOLIDAY'] satisfies DayClass[];
const FIELDS = { year: ['year', 'source', 'days'], day: ['day', 'class', 'name'] };

/** Where something stands: a field of the year (`day` null), or of the day of that place in its list. */
export interface YearPlace {
  readonly day: number | null;
  readonly field: string;
}

/** A year in the shape of a file, of which nothing is known yet. */
export interface LooseYear {
  readonly year?: unknown;
  readonly source?: unknown;
  readonly days?: unknown;
}

export type Complain = (place: YearPlace, message: Words) => void;

/** The year as the calendar takes it; what it complains of makes that worthless. `nameOf` says where a day stands. */
export function readYear(
  given: LooseYear,
  complain: Complain,
  nameOf: (place: YearPlace) => string,
): YearDraft {
  const { year, source, days } = given;
  const ofYear = (field: string, message: Words) => complain({ day: null, field }, message);
  complainOfStrangers(given, FIELDS.year, (field) => ofYear(field, notKnown));
  const isYear = typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year <= 2200;
  if (!isYear) ofYear('year', yearForm);
  if (!isText(source, 200)) ofYear('source', textForm({ most: 200 }));
  const entries: readonly unknown[] = Array.isArray(days) ? days : [];
  if (entries.length === 0) ofYear('days', daysNeeded);
  const first = new Map<string, number>();
  const read = entries.flatMap((entry, at): CalendarDay[] => {
    const ofDay = (field: string, message: Words) => complain({ day: at, field }, message);
    const day = readDay(entry, isYear ? year : null, ofDay);
    if (!day) return [];
    const twin = first.get(day.day.toString());
    if (twin !== undefined) ofDay('day', dayTwice({ place: nameOf({ day: twin, field: 'day' }) }));
    else first.set(day.day.toString(), at);
    return [day];
  });
  return { year: Number(year), source: String(source).normalize('NFC'), days: read };
}

function readDay(
  entry: unknown,
  year: number | null,
  complain: (field: string, message: Words) => void,
): CalendarDay | null {
  const given = typeof entry === 'object' && entry !== null ? entry : {};
  complainOfStrangers(given, FIELDS.day, (field) => complain(field, notKnown));
  const { day, class: dayClass, name = null } = given as Record<string, unknown>;
  const malformed = typeof day === 'string' ? findScalarProblem(DateScalar, day) : dayMissing;
  if (malformed) complain('day', malformed);
  if (!CLASSES.includes(dayClass)) complain('class', classForm);
  if (name !== null && !isText(name, 60)) complain('name', textForm({ most: 60 }));
  if (malformed || !CLASSES.includes(dayClass)) return null;
  const date = Temporal.PlainDate.from(String(day));
  if (year !== null && date.year !== year) complain('day', otherYear({ year }));
  if (dayClass === (date.dayOfWeek > 5 ? 'REST_DAY' : 'WORKDAY')) complain('class', plainAnyway);
  return {
    day: date,
    class: dayClass as DayClass,
    name: typeof name === 'string' ? name.normalize('NFC') : null,
  };
}

function isText(value: unknown, most: number): boolean {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    Array.from(value).length <= most &&
    !value.includes('\0')
  );
}

function complainOfStrangers(
  given: object,
  known: readonly string[],
  complain: (field: string) => void,
): void {
  for (const field of Object.keys(given).filter((name) => !known.includes(name))) complain(field);
}
