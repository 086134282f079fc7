import type { WrittenSheet } from '#sheets';
import type { ListTable } from './lists-tables.js';

const WIDTHS = { narrow: 8, wide: 48 };
const USUAL_WIDTH = 20;
/** Of the name of a sheet. */
const LONGEST_NAME = 31;

/** The same lists as sheets of a workbook; beneath one that goes on it says so. */
export function listsSheets(tables: readonly ListTable[]): WrittenSheet[] {
  return tables.map(({ title, summary, columns, rows, isCut }) => ({
    name: title.slice(0, LONGEST_NAME),
    columns: columns.map(({ heading, width }) => ({ heading, width: width ? WIDTHS[width] : USUAL_WIDTH })),
    rows: isCut ? [...rows, [summary]] : rows,
    marked: isCut ? [{ row: rows.length + 2, column: 1 }] : [],
  }));
}
