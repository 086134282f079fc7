import {
  cellName,
  type CellValue,
  type ReadSheet,
  type SheetColumn,
  type WrittenSheet,
} from '../workbooks.js';
import type { WorkbookProblem } from './cell-place.js';
import { isProblemsHeading, PROBLEMS, type SheetForm } from './sheet-form.js';
import { sheetColumnOf } from './write-form.js';

/** The workbook as it came, each bad cell in red and what is wrong with it, in both languages, in a last column. */
export function markProblems(
  forms: readonly SheetForm[],
  sheets: readonly ReadSheet[],
  problems: readonly WorkbookProblem[],
): WrittenSheet[] {
  const names = new Set([...sheets.map(({ name }) => name), ...problems.map(({ sheet }) => sheet)]);
  return [...names].map((name) =>
    markSheet(
      forms.find((form) => form.name === name),
      sheets.find((sheet) => sheet.name === name) ?? { name, rows: [], problems: [] },
      problems.filter(({ sheet }) => sheet === name),
    ),
  );
}

function markSheet(
  form: SheetForm | undefined,
  sheet: ReadSheet,
  problems: readonly WorkbookProblem[],
): WrittenSheet {
  const rows = withoutProblems(sheet);
  const width = Math.max(form?.columns.length ?? 0, ...rows.map(({ cells }) => cells.length));
  const last = Math.max(1, ...rows.map(({ number }) => number), ...problems.map(({ row }) => row));
  const byRow = new Map(rows.map((row) => [row.number, row.cells]));
  const lines = Array.from({ length: last }, (_, index): CellValue[] => {
    const cells = byRow.get(index + 1) ?? [];
    const said = tell(problems.filter(({ row }) => row === index + 1));
    return [...Array.from({ length: width }, (__, at) => cells[at] ?? null), said];
  });
  const [headings = [], ...body] = lines;
  const columns = Array.from({ length: width }, (_, at): SheetColumn => {
    const heading = String(headings[at] ?? '');
    const known = form?.columns.find((column) => column.heading === heading);
    return known ? sheetColumnOf(known) : { heading };
  });
  const heading = [PROBLEMS.heading, headings[width]].filter(Boolean).join(': ');
  return { name: sheet.name, columns: [...columns, { ...PROBLEMS, heading }], rows: body, marked: problems };
}

/** What was wrong before is not repeated in a copy of a copy. */
function withoutProblems({ rows }: ReadSheet): ReadSheet['rows'] {
  const headings = rows.find(({ number }) => number === 1)?.cells ?? [];
  const at = headings.findIndex(isProblemsHeading);
  const isLast = rows.every(({ cells }) => cells.slice(at + 1).every((cell) => cell === null));
  return at < 0 || !isLast ? rows : rows.map((row) => ({ ...row, cells: row.cells.slice(0, at) }));
}

function tell(problems: readonly WorkbookProblem[]): string | null {
  const lines = problems.map(
    ({ row, column, message }) => `${cellName(row, column)}: ${message.zh} ${message.en}`,
  );
  return lines.join('\n') || null;
}
