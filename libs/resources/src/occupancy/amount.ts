/** An exact amount of a pool in thousandths, of a kilowatt or of a piece; sums of them never round. */
export type Amount = bigint;

/** More than nothing, at most three decimals; the form in which an amount is given. */
export const POSITIVE_DECIMAL = /^(?=.*[1-9])\d{1,7}(\.\d{1,3})?$/;

export const ONE_WHOLE: Amount = 1000n;

const DECIMAL = /^(\d+)(?:\.(\d{1,3})0*)?$/;

/** Throws RangeError for what is no decimal of at most three places. */
export function readAmount(text: string): Amount {
  const [, whole, part = ''] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`${text} is no amount: a decimal of at most three places.`);
  return BigInt(whole) * ONE_WHOLE + BigInt(part.padEnd(3, '0'));
}

/** As short as it can be: "45", "0.5". */
export function writeAmount(amount: Amount): string {
  const part = String(amount % ONE_WHOLE)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const whole = String(amount / ONE_WHOLE);
  return part === '' ? whole : `${whole}.${part}`;
}
