import { Fraction } from 'fraction.js';

/** A finite decimal as text, as PostgreSQL gives a numeric: `12.50`, `-3`. Never a JavaScript number. */
export type Decimal = string;

/** An exact rational as text in lowest terms: `259/3`, `-1/2`, `80/1`, `0/1`. */
export type Exact = string;

/** A figure as it is, and as it is shown. */
export interface Figure {
  readonly exact: Exact;
  /** Rounded half up to two places, for show alone: 0.125 is `0.13`, -0.125 is `-0.12`. */
  readonly shown: Decimal;
}

export const ZERO = new Fraction(0);
export const HUNDRED = new Fraction(100);

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** @throws RangeError for what is no finite decimal */
export function readDecimal(text: Decimal): Fraction {
  if (!DECIMAL.test(text)) throw new RangeError(`“${text}” is no decimal.`);
  return new Fraction(text);
}

/** As one says it: `30` rather than `30.00`, `7.5` rather than `7.50`. */
export function plainDecimal(text: Decimal): Decimal {
  return readDecimal(text).toString();
}

export function toExact({ s, n, d }: Fraction): Exact {
  return `${s * n}/${d}`;
}

export function toFigure(value: Fraction): Figure {
  const hundredths = value.round(2).mul(HUNDRED);
  const digits = hundredths.n.toString().padStart(3, '0');
  const sign = hundredths.s * hundredths.n < 0n ? '-' : '';
  return { exact: toExact(value), shown: `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}` };
}

export function sumOf(values: Iterable<Fraction>): Fraction {
  let sum = ZERO;
  for (const value of values) sum = sum.add(value);
  return sum;
}

/** Lower before higher. */
export function byValue(one: Fraction, other: Fraction): number {
  return one.compare(other);
}
