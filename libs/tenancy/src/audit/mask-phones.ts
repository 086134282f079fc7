const LEAST_DIGITS = 8;
const SHOWN_END = 4;
const AREA = /^\D*(?:\d\D?){3}/;

/** A mobile number, or one with an area code, within other text. */
const IN_TEXT = /(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{4}[ -]?\d{4})(?!\d)/g;

/** `021-5555 0002` becomes `021-****0002`; of a short number nothing is left. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  if (digits.length < LEAST_DIGITS) return '****';
  const area = digits.length > LEAST_DIGITS ? (AREA.exec(phone)?.[0] ?? '') : '';
  return `${area}****${digits.slice(-SHOWN_END)}`;
}

/** Phones that somebody wrote into a remark. */
export function maskPhonesIn(text: string): string {
  return text.replaceAll(IN_TEXT, maskPhone);
}
