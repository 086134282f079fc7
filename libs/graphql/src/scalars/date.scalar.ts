import { BadValue } from '../words/bad-value.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { textScalar } from './text-scalar.js';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Throws when no calendar has that day, or it is not of the years 1900 to 2200. */
export function checkDay(year: number, month: number, day: number): void {
  if (year < 1900 || year > 2200) throw new BadValue(GRAPHQL_WORDS.yearOutOfRange({ year }));
  if (month < 1 || month > 12) throw new BadValue(GRAPHQL_WORDS.noSuchMonth({ month }));
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > last) {
    throw new BadValue(GRAPHQL_WORDS.noSuchDay({ day: `${year}-${two(month)}-${two(day)}`, last }));
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A day of the calendar, without time or zone; inside, the same text. */
export const DateScalar = textScalar<string>({
  name: 'Date',
  description: 'A day of the calendar, as YYYY-MM-DD, of the years 1900 to 2200. It has no time and no zone.',
  expected: GRAPHQL_WORDS.dateAsText,
  parse(text) {
    const parts = DATE.exec(text);
    if (parts === null) throw new BadValue(GRAPHQL_WORDS.dateForm);
    checkDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    return text;
  },
  print(value) {
    if (typeof value === 'string' && DATE.test(value)) return value;
    throw new TypeError('A Date must be text, YYYY-MM-DD.');
  },
});
