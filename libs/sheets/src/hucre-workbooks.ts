import { writeXlsx, type Cell, type WriteSheet } from 'hucre/xlsx';
import { readApart, READING_LIMITS, type ReadingLimits } from './reader/read-apart.js';
import { makeSafe } from './safe-text.js';
import {
  columnName,
  MOST_ROWS,
  Workbooks,
  type CellValue,
  type Choices,
  type ReadSheet,
  type WrittenSheet,
} from './workbooks.js';

const CHOICES = '选项 Choices';

/** hucre has no dependency, reads and writes drop-downs, and runs on Node 20; it is young, so it stays behind the port. */
export class HucreWorkbooks extends Workbooks {
  constructor(private readonly limits: ReadingLimits = READING_LIMITS) {
    super();
  }

  read(file: Uint8Array): Promise<readonly ReadSheet[]> {
    return readApart(file, this.limits);
  }

  write(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
    const lists = sheets.flatMap(({ columns }) =>
      columns.flatMap(({ choices }) => (choices && isWords(choices) ? [choices] : [])),
    );
    const written = sheets.map((sheet) => toHucre(sheet, lists));
    return writeXlsx({ sheets: lists.length > 0 ? [...written, choicesSheet(lists)] : written });
  }
}

function toHucre(sheet: WrittenSheet, lists: readonly (readonly string[])[]): WriteSheet {
  const { name, columns, rows, marked = [] } = sheet;
  const headings = columns.map(({ heading }): CellValue => heading);
  const bold = columns.map((_, index): [string, Partial<Cell>] => [
    `0,${index}`,
    { style: { font: { bold: true } } },
  ]);
  const red = marked.map(({ row, column }): [string, Partial<Cell>] => [
    `${row - 1},${column - 1}`,
    { style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFC7CE' } } } },
  ]);
  return {
    name,
    columns: columns.map(({ width = 18 }) => ({ width })),
    rows: [headings, ...rows].map((values) => values.map(safe)),
    cells: new Map([...bold, ...red]),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ choices, isOpen = false }, index) =>
      choices
        ? [
            {
              type: 'list' as const,
              formula1: sourceOf(choices, lists),
              range: `${columnName(index + 1)}2:${columnName(index + 1)}${MOST_ROWS}`,
              allowBlank: true,
              showErrorMessage: !isOpen,
            },
          ]
        : [],
    ),
  };
}

function sourceOf(choices: Choices, lists: readonly (readonly string[])[]): string {
  if (!isWords(choices)) {
    const column = columnName(choices.column);
    return `'${choices.sheet}'!$${column}$2:$${column}$${MOST_ROWS}`;
  }
  const column = columnName(lists.indexOf(choices) + 1);
  return `'${CHOICES}'!$${column}$1:$${column}$${choices.length}`;
}

function choicesSheet(lists: readonly (readonly string[])[]): WriteSheet {
  const longest = Math.max(...lists.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, row) => lists.map((list) => safe(list[row] ?? null)));
  return { name: CHOICES, rows, hidden: true };
}

function isWords(choices: Choices): choices is readonly string[] {
  return Array.isArray(choices);
}

function safe(value: CellValue): CellValue {
  return typeof value === 'string' ? makeSafe(value) : value;
}
