const LIKE_A_FORMULA = /^[=+\-@\t\r＝＋－＠]/u;
const MADE_SAFE = /^'(?=[=+\-@\t\r＝＋－＠])/u;
const LONGEST_CELL = 32_767;

/** Text that no spreadsheet, and nobody who saves it as CSV, will run as a formula. */
export function makeSafe(text: string): string {
  return (LIKE_A_FORMULA.test(text) ? `'${text}` : text).slice(0, LONGEST_CELL);
}

/** The text as it was before it was made safe. */
export function takeBack(text: string): string {
  return text.replace(MADE_SAFE, '');
}
