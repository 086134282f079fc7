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

const SHOWN_END = 4;

/** Telephone numbers in what people wrote, down to their last four digits: whom they belong to can still tell. */
export function hidePhones(text: string): string {
  return text.replaceAll(PHONE, (phone) => `****${phone.normalize('NFKC').slice(-SHOWN_END)}`);
}
