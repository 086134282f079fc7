import { READER_WORDS } from '../reader.words.js';
import { UnreadableWorkbook } from '../unreadable-workbook.js';
import { cellName, type ReadSheet } from '../workbooks.js';

/** What a spreadsheet keeps in a cell at most. */
export const LONGEST_CELL = 32_767;
/** Of all cells together: a text that is stored once can stand in every one of them. */
export const MOST_TEXT = 4_000_000;

/** @throws UnreadableWorkbook for more text than anybody types */
export function limitText(sheets: readonly ReadSheet[]): void {
  let all = 0;
  for (const { name, rows } of sheets) {
    for (const { number, cells } of rows) {
      for (const [index, cell] of cells.entries()) {
        const length = typeof cell === 'string' ? cell.length : 0;
        if (length > LONGEST_CELL)
          throw new UnreadableWorkbook(
            READER_WORDS.cellTooLong(`${name}!${cellName(number, index + 1)}`, LONGEST_CELL),
          );
        all += length;
      }
    }
  }
  if (all > MOST_TEXT) throw new UnreadableWorkbook(READER_WORDS.tooMuchText(MOST_TEXT));
}
