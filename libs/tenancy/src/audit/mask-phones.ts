const LEAST_DIGITS = 8;
const SHOWN_END = 4;
const AREA = /^\D*(?:\d\D?){3}/;

const DIGIT = '[0-9０-９]';
const GAP = '[\\s‐-―－-]?';
const four = `${DIGIT}{4}`;

/** A mobile number, or one with an area code; any eight digits that are no day; or four and four after such a word. */
const PHONES = [
  `[1１]${DIGIT}{2}${GAP}${four}${GAP}${four}`,
  `[0０]${DIGIT}{2,3}[)）]?${GAP}${four}${GAP}${four}`,
  `(?!(?:19|20)${DIGIT}{2}(?:0[1-9]|1[0-2])[0-3])${DIGIT}{8}`,
  `(?<=(?:电话|座机|致电|打|拨|联系|热线|手机|tel|phone)\\P{Nd}{0,6})${four}${GAP}${four}`,
];
const PHONE = new RegExp(
  `(?<!${DIGIT})(?:[+＋]?[8８][6６]${GAP})?(?:${PHONES.join('|')})(?!${DIGIT})`,
  'giu',
);

/** `021-5555 0002` becomes `021-****0002`; of a short number nothing is left. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  if (digits.length < LEAST_DIGITS) return '****';
  const area = digits.length > LEAST_DIGITS ? (AREA.exec(phone)?.[0] ?? '') : '';
  return `${area}****${digits.slice(-SHOWN_END)}`;
}

/** Phones that somebody wrote into a remark. */
export function maskPhonesIn(text: string): string {
  return replacePhones(text, maskPhone);
}

/** What stands for each phone within other text; it is given with narrow digits. */
export function replacePhones(text: string, replace: (phone: string) => string): string {
  return text.replaceAll(PHONE, (phone) => replace(phone.normalize('NFKC')));
}
