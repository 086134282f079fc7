const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A decimal text times a whole number, exact, without zeros at its end. Throws RangeError for other text. */
export function times(decimal: string, count: number): string {
  const [, sign = '', whole = '', fraction = ''] = DECIMAL.exec(decimal) ?? [];
  if (whole === '') throw new RangeError(`"${decimal}" is no decimal.`);
  const digits = BigInt(`${sign}${whole}${fraction}`) * BigInt(count);
  return print(digits, fraction.length);
}

export function negative(decimal: string): string {
  return times(decimal, -1);
}

function print(digits: bigint, scale: number): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const at = text.length - scale;
  const fraction = text.slice(at).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${text.slice(0, at)}${fraction && `.${fraction}`}`;
}
