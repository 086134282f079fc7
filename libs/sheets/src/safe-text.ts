const LIKE_A_FORMULA = /^[=+\-@\t\r＝＋－＠]/u;
const MADE_SAFE = /^'(?=[=+\-@\t\r＝＋－＠])/u;
/** What a workbook holds as the code of a character (ECMA-376, ST_Xstring): `_x0041_` is read as `A`. */
const LIKE_A_CODE = /_(?=x[0-9a-f]{4}_)/giu;
const LONGEST_CELL = 32_767;

/** Text that no spreadsheet, and nobody who saves it as CSV, will run as a formula, nor read as other characters. */
export function makeSafe(text: string): string {
  const shown = (LIKE_A_FORMULA.test(text) ? `'${text}` : text).slice(0, LONGEST_CELL);
  return shown.replaceAll(LIKE_A_CODE, '_x005F_');
}

/** The text as it was before it was made safe; codes of characters are read as these by then. */
export function takeBack(text: string): string {
  return text.replace(MADE_SAFE, '');
}
