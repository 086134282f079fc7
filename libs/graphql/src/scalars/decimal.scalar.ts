import { GraphQLError } from 'graphql';
import { textScalar } from './text-scalar.js';

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const MOST_DIGITS = 15;

/** An exact number for money, weights and measures; inside, the same text, for Postgres `numeric`. */
export const DecimalScalar = textScalar<string>({
  name: 'Decimal',
  description:
    'An exact decimal of at most 15 digits, answered as text: "45.0". A number is taken as well, by its digits, but a JSON number cannot keep a last zero.',
  expected: 'A decimal is written as text, like "45.0", or as a number',
  numbers: true,
  parse(text) {
    if (!DECIMAL.test(text))
      throw new GraphQLError('A decimal is written like 45 or 45.0, without exponent.');
    const digits = text.replace(/\D/g, '').length;
    if (digits > MOST_DIGITS)
      throw new GraphQLError(`A decimal has at most ${MOST_DIGITS} digits; this has ${digits}.`);
    return /^-[0.]+$/.test(text) ? text.slice(1) : text;
  },
  print(value) {
    if (typeof value === 'string' && DECIMAL.test(value)) return value;
    throw new TypeError('A Decimal must be text, as the database gives it.');
  },
});
