import type { CellValue, ReadSheet } from '#sheets';
import type { CellPlace, WorkbookProblem } from './cell-places.js';
import type { ColumnKind, RosterSheet } from './roster-sheets.js';

/** A row below the headings: what is in it by field, and where each stands. */
export interface SheetEntry {
  readonly values: Readonly<Record<string, unknown>>;
  readonly placeOf: (field?: string) => CellPlace;
}

/** The rows of a sheet by its headings; what is wrong with the sheet itself is added to the problems. */
export function readEntries(sheet: RosterSheet, read: ReadSheet, problems: WorkbookProblem[]): SheetEntry[] {
  const headings = read.rows.find(({ number }) => number === 1);
  const rows = read.rows.filter(({ number }) => number > 1);
  const columns = new Map<string, number>();
  for (const column of sheet.columns) {
    const at = headings?.cells.findIndex((cell) => isHeading(cell, column.heading)) ?? -1;
    if (at >= 0) columns.set(column.field, at + 1);
    else
      problems.push({
        sheet: read.name,
        row: 1,
        column: 1,
        message: `the heading "${column.heading}" is missing`,
      });
  }
  problems.push(...read.problems.map((problem) => ({ sheet: read.name, ...problem })));
  return rows.map(({ number: row, cells }) => {
    const given = sheet.columns.flatMap(({ field, kind = 'text' }): [string, unknown][] => {
      const cell = cells[(columns.get(field) ?? 0) - 1] ?? null;
      return cell === null ? [] : [[field, contentOf(cell, kind)]];
    });
    return {
      values: Object.fromEntries(given),
      placeOf: (field) => ({ sheet: read.name, row, column: columns.get(field ?? '') ?? 1 }),
    };
  });
}

/** Either language alone will do. */
function isHeading(cell: CellValue, heading: string): boolean {
  const [chinese = '', ...english] = heading.split(' ');
  const given = String(cell ?? '').trim();
  return [heading, chinese, english.join(' ')].some((one) => one.toLowerCase() === given.toLowerCase());
}

/** Spreadsheets turn codes and phones into numbers and days into instants of their own accord. */
function contentOf(cell: NonNullable<CellValue>, kind: ColumnKind): unknown {
  if (kind === 'number')
    return typeof cell === 'string' && /^\d{1,9}$/.test(cell.trim()) ? Number(cell) : cell;
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
  return kind === 'codes' ? text.split(/[,，、;；\s]+/).filter(Boolean) : text;
}
