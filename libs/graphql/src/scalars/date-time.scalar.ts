import { BadValue } from '../words/bad-value.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { checkDay } from './date.scalar.js';
import { textScalar } from './text-scalar.js';

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?(?:[Zz]|[+-](\d{2}):(\d{2}))$/;

const WHOLE_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00$/;

/** An instant; inside, a Date. */
export const DateTimeScalar = textScalar<Date>({
  name: 'DateTime',
  description:
    'An instant by RFC 3339, with an offset or Z, to the millisecond at most, of the years 1900 to 2200. Answered in UTC.',
  expected: GRAPHQL_WORDS.dateTimeForm,
  parse(text) {
    const parts = INSTANT.exec(text);
    if (parts === null) throw new BadValue(GRAPHQL_WORDS.dateTimeForm);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
    checkDay(year, month, day);
    if (hour > 23 || minute > 59 || second > 59) {
      throw new BadValue(GRAPHQL_WORDS.noSuchTime({ time: parts.slice(4, 7).join(':') }));
    }
    if (Number(parts[8] ?? 0) > 23 || Number(parts[9] ?? 0) > 59) {
      throw new BadValue(GRAPHQL_WORDS.noSuchOffset);
    }
    return new Date(text.toUpperCase());
  },
  print(value) {
    if (value instanceof Date) return value.toISOString();
    // As PostgreSQL writes a whole second in JSON, which is most of them.
    if (typeof value === 'string' && WHOLE_UTC.test(value)) return `${value.slice(0, 19)}.000Z`;
    if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString();
    throw new TypeError('A DateTime must be a Date or its text.');
  },
});
