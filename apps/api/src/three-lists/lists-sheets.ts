import type { WrittenSheet } from '#sheets';
import type { ListsHead } from './lists-head.js';
import type { ListTable } from './lists-tables.js';

const WIDTHS = { narrow: 8, wide: 48 };
const USUAL_WIDTH = 20;
/** Of the name of a sheet. */
const LONGEST_NAME = 31;
/** What no name of a sheet may have. */
const NO_NAME = /[\\/?*[\]:']/g;

/** The same lists as sheets of a workbook, whose first says whose they are and of when; beneath one that goes on it says so. */
export function listsSheets(
  tables: readonly ListTable[],
  { title, asked, printed }: ListsHead,
): WrittenSheet[] {
  const about: WrittenSheet = {
    name: title.replaceAll(NO_NAME, ' ').slice(0, LONGEST_NAME),
    columns: [{ heading: title, width: WIDTHS.wide }],
    rows: [...asked, printed, ...tables.map((table) => `${table.title}：${table.summary}`)].map((line) => [
      line,
    ]),
  };
  return [about, ...tables.map((table) => sheetOf(table))];
}

function sheetOf({ title, summary, columns, rows, isCut }: ListTable): WrittenSheet {
  return {
    name: title.slice(0, LONGEST_NAME),
    columns: columns.map(({ heading, width }) => ({ heading, width: width ? WIDTHS[width] : USUAL_WIDTH })),
    rows: isCut ? [...rows, [summary]] : rows,
    marked: isCut ? [{ row: rows.length + 2, column: 1 }] : [],
  };
}
