import { BadValue } from '../words/bad-value.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { textScalar } from './text-scalar.js';

const QUARTER = /^(\d{4})-Q([1-4])$/;

/** A quarter of the calendar, without zone; inside, the same text. */
export const QuarterScalar = textScalar<string>({
  name: 'Quarter',
  description:
    'A quarter of the calendar, as YYYY-Q1 to YYYY-Q4, of the years 1900 to 2200. It begins and ends in the zone of the region.',
  expected: GRAPHQL_WORDS.quarterAsText,
  parse(text) {
    const year = Number(QUARTER.exec(text)?.[1] ?? Number.NaN);
    if (Number.isNaN(year)) throw new BadValue(GRAPHQL_WORDS.quarterForm);
    if (year < 1900 || year > 2200) throw new BadValue(GRAPHQL_WORDS.yearOutOfRange({ year }));
    return text;
  },
  print(value) {
    if (typeof value === 'string' && QUARTER.test(value)) return value;
    throw new TypeError('A Quarter must be text, YYYY-Q1 to YYYY-Q4.');
  },
});
