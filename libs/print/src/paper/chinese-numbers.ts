const DIGITS = '〇一二三四五六七八九';

/** 1 to 99, as the headings of official papers are numbered: 一, 十, 十一, 二十, 二十一. Beyond that in figures. */
export function writeChineseNumber(number: number): string {
  const tens = Math.trunc(number / 10);
  const ones = number % 10;
  if (!Number.isInteger(number) || number < 1 || tens > 9) return String(number);
  const ten = tens > 1 ? `${DIGITS.charAt(tens)}十` : tens === 1 ? '十' : '';
  return ten + (ones > 0 ? DIGITS.charAt(ones) : '');
}

/** `2026年1月5日` of `2026-01-05`: figures, without zeros before them (GB/T 9704, 7.3.5.4). */
export function writeChineseDate(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year) throw new RangeError(`“${day}” is not a day.`);
  return `${year}年${Number(month)}月${Number(date)}日`;
}
