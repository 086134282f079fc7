import { readXlsx, type Cell, type Sheet } from 'hucre/xlsx';
import { CELL_WORDS, READER_WORDS } from '../reader.words.js';
import { takeBack } from '../safe-text.js';
import { UnreadableWorkbook } from '../unreadable-workbook.js';
import {
  cellName,
  columnName,
  MOST_COLUMNS,
  MOST_ROWS,
  type CellProblem,
  type CellValue,
  type ReadRow,
  type ReadSheet,
} from '../workbooks.js';
import { unzipWithin, type ZipPart } from '../zip/unzip-within.js';
import { zipStored } from '../zip/zip-stored.js';
import { findOutOfReach } from './find-out-of-reach.js';
import { limitText } from './limit-text.js';
import { listSheetParts } from './sheet-parts.js';

const LARGEST_FILE = 10 * 1_048_576;
const LIMITS = { parts: 512, bytes: 32 * 1_048_576 };
const MOST_SHEETS = 30;
const RANGE = `A1:${columnName(MOST_COLUMNS)}${MOST_ROWS}`;

/** Reads in this thread, whatever it takes; others call `readApart`. */
export async function readHere(file: Uint8Array): Promise<readonly ReadSheet[]> {
  const { sheets } = await open(measure(file));
  if (sheets.length > MOST_SHEETS) throw new UnreadableWorkbook(READER_WORDS.tooManySheets(MOST_SHEETS));
  const read = sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden).map(readSheet);
  limitText(read);
  return read;
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
