import type { SheetWords } from './words.js';

/** What stands in a cell; a Date is midnight UTC of the day it shows. */
export type CellValue = string | number | boolean | Date | null;

/** Rows of a sheet that are read at most, its headings included. */
export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 50;

export interface ReadRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly CellValue[];
}

/** A cell that cannot be taken; rows and columns count from 1. */
export interface CellProblem {
  readonly row: number;
  readonly column: number;
  readonly message: SheetWords;
}

export interface ReadSheet {
  readonly name: string;
  /** Those in which something stands, in order. */
  readonly rows: readonly ReadRow[];
  readonly problems: readonly CellProblem[];
}

/** What a drop-down offers: these words, or what stands in a column of another sheet below its headings. */
export type Choices = readonly string[] | { readonly sheet: string; readonly column: number };

export interface SheetColumn {
  readonly heading: string;
  /** In characters. */
  readonly width?: number;
  readonly choices?: Choices;
  /** The choices are examples: other text is taken as well. */
  readonly isOpen?: boolean;
}

export interface WrittenSheet {
  /** At most 31 characters. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Cells to be seen at once, in red; rows count from 1 with the headings, columns from 1. */
  readonly marked?: readonly Omit<CellProblem, 'message'>[];
}

/** Workbooks in and out; the one place that knows how they are packed. */
export abstract class Workbooks {
  /**
   * Every sheet that is not hidden, in order.
   * @throws UnreadableWorkbook for a file that is none, or too large
   */
  abstract read(file: Uint8Array): Promise<readonly ReadSheet[]>;

  /** Text that looks like a formula is made safe. */
  abstract write(sheets: readonly WrittenSheet[]): Promise<Uint8Array>;
}

/** `B7`; both count from 1. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** `AB` for 28. */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return `${before > 0 ? columnName(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
