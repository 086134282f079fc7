const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A decimal text times a whole number, exact, without zeros at its end. Throws RangeError for other text. */
export function times(decimal: string, count: number): string {
  const [, sign = '', whole = '', fraction = ''] = DECIMAL.exec(decimal) ?? [];
  if (whole === '') throw new RangeError(`"${decimal}" is no decimal.`);
  const digits = BigInt(`${sign}${whole}${fraction}`) * BigInt(count);
  return print(digits, fraction.length);
}

/** Whether the first is the larger; neither is below zero. Throws RangeError for other text. */
export function isMore(decimal: string, other: string): boolean {
  const [[whole, fraction], [otherWhole, otherFraction]] = [decimal, other].map(partsOf) as [Parts, Parts];
  const scale = Math.max(fraction.length, otherFraction.length);
  return BigInt(whole + fraction.padEnd(scale, '0')) > BigInt(otherWhole + otherFraction.padEnd(scale, '0'));
}

export function negative(decimal: string): string {
  return times(decimal, -1);
}

type Parts = readonly [whole: string, fraction: string];

function partsOf(decimal: string): Parts {
  const [, sign, whole, fraction = ''] = DECIMAL.exec(decimal) ?? [];
  if (sign !== '' || whole === undefined) throw new RangeError(`"${decimal}" is no decimal from zero on.`);
  return [whole, fraction];
}

function print(digits: bigint, scale: number): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const at = text.length - scale;
  const fraction = text.slice(at).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${text.slice(0, at)}${fraction && `.${fraction}`}`;
}
