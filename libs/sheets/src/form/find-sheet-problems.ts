import { CELL_WORDS } from '../reader.words.js';
import type { ReadSheet } from '../workbooks.js';
import type { WorkbookProblem } from './cell-place.js';
import type { SheetForm } from './sheet-form.js';

/** Sheets that nobody knows and that are not empty, and those that are needed and not there. */
export function findSheetProblems(
  forms: readonly SheetForm[],
  sheets: readonly ReadSheet[],
): WorkbookProblem[] {
  const known = forms.map(({ name }) => name);
  const strangers = sheets.filter(({ name, rows }) => rows.length > 0 && !known.includes(name));
  const missing = forms.filter(
    ({ name, isNeeded }) => isNeeded && !sheets.some((sheet) => sheet.name === name),
  );
  const at = { row: 1, column: 1 };
  return [
    ...strangers.map(({ name: sheet }) => ({
      sheet,
      ...at,
      message: CELL_WORDS.sheetUnknown(known.join(', ')),
    })),
    ...missing.map(({ name: sheet }) => ({ sheet, ...at, message: CELL_WORDS.sheetMissing })),
  ];
}
