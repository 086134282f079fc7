import { BadValue } from '../words/bad-value.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { textScalar } from './text-scalar.js';

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const MOST_DIGITS = 15;

/** An exact number for money, weights and measures; inside, the same text, for Postgres `numeric`. */
export const DecimalScalar = textScalar<string>({
  name: 'Decimal',
  description:
    'An exact decimal of at most 15 digits, answered as text: "45.0". A number is taken as well, by its digits, but a JSON number cannot keep a last zero.',
  expected: GRAPHQL_WORDS.decimalAsText,
  numbers: true,
  parse(text) {
    if (!DECIMAL.test(text)) throw new BadValue(GRAPHQL_WORDS.decimalForm);
    const digits = text.replace(/\D/g, '').length;
    if (digits > MOST_DIGITS)
      throw new BadValue(GRAPHQL_WORDS.tooManyDigits({ most: MOST_DIGITS, count: digits }));
    return /^-[0.]+$/.test(text) ? text.slice(1) : text;
  },
  print(value) {
    if (typeof value === 'string' && DECIMAL.test(value)) return value;
    throw new TypeError('A Decimal must be text, as the database gives it.');
  },
});
