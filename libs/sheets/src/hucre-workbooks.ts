import { readXlsx, writeXlsx, type Cell, type Sheet, type WriteSheet } from 'hucre/xlsx';
import { makeSafe, takeBack } from './safe-text.js';
import { limitText } from './limit-text.js';
import { CELL_WORDS, READER_WORDS } from './reader.words.js';
import { UnreadableWorkbook } from './unreadable-workbook.js';
import {
  cellName,
  columnName,
  MOST_COLUMNS,
  MOST_ROWS,
  Workbooks,
  type CellProblem,
  type CellValue,
  type Choices,
  type ReadRow,
  type ReadSheet,
  type WrittenSheet,
} from './workbooks.js';
import { findOutOfReach } from './xml/find-out-of-reach.js';
import { listSheetParts } from './xml/sheet-parts.js';
import { unzipWithin, type ZipPart } from './zip/unzip-within.js';
import { zipStored } from './zip/zip-stored.js';

const LARGEST_FILE = 10 * 1_048_576;
const LIMITS = { parts: 512, bytes: 32 * 1_048_576 };
const MOST_SHEETS = 30;
const RANGE = `A1:${columnName(MOST_COLUMNS)}${MOST_ROWS}`;
const CHOICES = '选项 Choices';

/** hucre has no dependency, reads and writes drop-downs, and runs on Node 20; it is young, so it stays behind the port. */
export class HucreWorkbooks extends Workbooks {
  async read(file: Uint8Array): Promise<readonly ReadSheet[]> {
    const { sheets } = await open(measure(file));
    if (sheets.length > MOST_SHEETS) throw new UnreadableWorkbook(READER_WORDS.tooManySheets(MOST_SHEETS));
    const read = sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden).map(readSheet);
    limitText(read);
    return read;
  }

  write(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
    const lists = sheets.flatMap(({ columns }) =>
      columns.flatMap(({ choices }) => (choices && isWords(choices) ? [choices] : [])),
    );
    const written = sheets.map((sheet) => toHucre(sheet, lists));
    return writeXlsx({ sheets: lists.length > 0 ? [...written, choicesSheet(lists)] : written });
  }
}

/** Only what has been unpacked within the limits is handed on. */
function measure(file: Uint8Array): Uint8Array {
  if (file.length > LARGEST_FILE)
    throw new UnreadableWorkbook(READER_WORDS.fileTooLarge(LARGEST_FILE / 1_048_576));
  if (file[0] !== 0x50 || file[1] !== 0x4b) throw new UnreadableWorkbook(READER_WORDS.noWorkbook);
  const parts = unzipWithin(file, LIMITS);
  if (!parts.some(({ name }) => name === 'xl/workbook.xml'))
    throw new UnreadableWorkbook(READER_WORDS.noWorkbook);
  if (parts.some(declaresTypes)) throw new UnreadableWorkbook(READER_WORDS.documentTypes);
  refuseOutOfReach(parts);
  return zipStored(parts);
}

/** Nothing that somebody has typed goes unread without a word. */
function refuseOutOfReach(parts: readonly ZipPart[]): void {
  for (const { name, xml } of listSheetParts(parts)) {
    const cell = findOutOfReach(xml);
    if (!cell) continue;
    const place = `${name}!${cellName(cell.row, cell.column)}`;
    throw new UnreadableWorkbook(
      cell.row > MOST_ROWS
        ? READER_WORDS.tooManyRows(place, MOST_ROWS)
        : READER_WORDS.tooManyColumns(place, columnName(MOST_COLUMNS)),
    );
  }
}

/** Entities that multiply are declared there; no spreadsheet writes any. */
function declaresTypes({ name, content }: ZipPart): boolean {
  return /\.(xml|rels|vml)$/i.test(name) && Buffer.from(content).includes('<!DOCTYPE');
}

async function open(file: Uint8Array): Promise<{ sheets: Sheet[] }> {
  try {
    return await readXlsx(file, { range: RANGE });
  } catch {
    throw new UnreadableWorkbook(READER_WORDS.damagedSheets);
  }
}

function readSheet({ name, rows, cells }: Sheet): ReadSheet {
  const read: ReadRow[] = rows
    .map((values, index) => ({ number: index + 1, cells: values.map(valueOf) }))
    .filter((row) => row.cells.some((value) => value !== null));
  return { name, rows: read, problems: [...(cells ?? [])].flatMap(([key, cell]) => problemOf(key, cell)) };
}

function valueOf(value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  const text = takeBack(value);
  return text.trim() === '' ? null : text;
}

function problemOf(key: string, { type }: Cell): CellProblem[] {
  if (type !== 'formula' && type !== 'error') return [];
  const [row = 0, column = 0] = key.split(',').map(Number);
  const message = type === 'error' ? CELL_WORDS.error : CELL_WORDS.formula;
  return [{ row: row + 1, column: column + 1, message }];
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
