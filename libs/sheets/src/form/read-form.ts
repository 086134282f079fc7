import { CELL_WORDS } from '../reader.words.js';
import type { CellProblem, ReadRow, ReadSheet } from '../workbooks.js';
import type { CellPlace, WorkbookProblem } from './cell-place.js';
import { contentOf } from './content-of.js';
import { type FormColumn, isHeading, isProblemsHeading, type SheetForm } from './sheet-form.js';

/** A row below the headings: what is in it by field, and where each stands. */
export interface SheetEntry {
  readonly values: Readonly<Record<string, unknown>>;
  readonly placeOf: (field?: string) => CellPlace;
}

export interface ReadForm {
  readonly entries: readonly SheetEntry[];
  /** What is wrong with the sheet itself; what the entries hold is judged by those who know them. */
  readonly problems: readonly WorkbookProblem[];
}

/** The rows of a sheet by its headings, which may stand in any order. */
export function readForm(form: SheetForm, { name, rows, problems }: ReadSheet): ReadForm {
  const headings = rows.find(({ number }) => number === 1)?.cells ?? [];
  const body = rows.filter(({ number }) => number > 1);
  const columns = new Map<FormColumn, number>();
  const found: CellProblem[] = [...problems];
  for (const column of form.columns) {
    const [at, again] = headings.flatMap((cell, index) =>
      isHeading(cell, column.heading) ? [index + 1] : [],
    );
    if (at !== undefined) columns.set(column, at);
    else if (column.isNeeded !== false)
      found.push({ row: 1, column: 1, message: CELL_WORDS.headingMissing(column.heading) });
    if (again !== undefined)
      found.push({ row: 1, column: again, message: CELL_WORDS.headingTwice(column.heading) });
  }
  found.push(...findStrangers(headings, body, new Set(columns.values())));
  const places = new Map([...columns].map(([{ field }, at]) => [field, at]));
  const entries = body
    .map((row) => entryOf(row, columns, found))
    .map(({ row, values }): SheetEntry & { isEmpty: boolean } => ({
      values,
      isEmpty: Object.keys(values).length === 0,
      placeOf: (field) => ({ sheet: name, row, column: places.get(field ?? '') ?? 1 }),
    }));
  return {
    entries: entries.filter(({ isEmpty }) => !isEmpty),
    problems: found.map((problem) => ({ sheet: name, ...problem })),
  };
}

function entryOf(
  { number: row, cells }: ReadRow,
  columns: ReadonlyMap<FormColumn, number>,
  problems: CellProblem[],
): { row: number; values: Record<string, unknown> } {
  const values: Record<string, unknown> = {};
  for (const [form, column] of columns) {
    const cell = cells[column - 1] ?? null;
    if (cell === null) continue;
    const { value, problem } = contentOf(cell, form);
    values[form.field] = value;
    if (problem) problems.push({ row, column, message: problem });
  }
  return { row, values };
}

/** Columns of nobody, in which something stands. */
function findStrangers(
  headings: ReadRow['cells'],
  body: readonly ReadRow[],
  known: ReadonlySet<number>,
): CellProblem[] {
  const width = Math.max(headings.length, ...body.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, index) => index + 1).flatMap((column): CellProblem[] => {
    const heading = headings[column - 1] ?? null;
    if (known.has(column) || isProblemsHeading(heading)) return [];
    const first = body.find(({ cells }) => (cells[column - 1] ?? null) !== null);
    if (!first) return [];
    const row = heading === null ? first.number : 1;
    return [{ row, column, message: CELL_WORDS.columnUnknown(String(heading ?? '')) }];
  });
}
