import { cellName, type CellValue, type ReadSheet, type SheetColumn, type WrittenSheet } from '#sheets';
import type { Roster } from '../roster.schema.js';
import type { WorkbookProblem } from './cell-places.js';
import { ROSTER_SHEETS, type RosterSheet } from './roster-sheets.js';

const PROBLEMS = { heading: '错误 Problems', width: 60 };

/** The workbook to be filled in, with its drop-downs; holds a roster if one is given. */
export function rosterWorkbook(roster?: Roster): WrittenSheet[] {
  return ROSTER_SHEETS.map((sheet) => ({
    name: sheet.name,
    columns: columnsOf(sheet),
    rows: roster
      ? entriesOf(roster, sheet.key).map((entry) =>
          sheet.columns.map(({ field }) => cellOf(Reflect.get(entry, field))),
        )
      : [],
  }));
}

/** The workbook as it came, each bad cell in red and what is wrong with it in a last column. */
export function markProblems(
  sheets: readonly ReadSheet[],
  problems: readonly WorkbookProblem[],
): WrittenSheet[] {
  const missing = [...new Set(problems.map(({ sheet }) => sheet))].filter(
    (name) => !sheets.some((sheet) => sheet.name === name),
  );
  const all = [...sheets, ...missing.map((name) => ({ name, rows: [], problems: [] }))];
  return all.map((sheet) =>
    markSheet(
      sheet,
      problems.filter(({ sheet: name }) => name === sheet.name),
    ),
  );
}

function markSheet({ name, rows }: ReadSheet, problems: readonly WorkbookProblem[]): WrittenSheet {
  const known = ROSTER_SHEETS.find((sheet) => sheet.name === name);
  const width = Math.max(known?.columns.length ?? 0, ...rows.map(({ cells }) => cells.length));
  const last = Math.max(1, ...rows.map(({ number }) => number), ...problems.map(({ row }) => row));
  const lines = Array.from({ length: last }, (_, index) => {
    const cells = rows.find(({ number }) => number === index + 1)?.cells ?? [];
    const said = problems
      .filter(({ row }) => row === index + 1)
      .map(({ row, column, message }) => `${cellName(row, column)}: ${message}`);
    return [...Array.from({ length: width }, (__, at) => cells[at] ?? null), said.join('; ') || null];
  });
  const [headings = [], ...body] = lines;
  const columns = Array.from({ length: width }, (_, at): SheetColumn => {
    const heading = String(headings[at] ?? '');
    const choices = known?.columns.find((column) => column.heading === heading)?.choices;
    return { heading, ...(choices && { choices }) };
  });
  const heading = [PROBLEMS.heading, headings[width]].filter(Boolean).join(': ');
  return { name, columns: [...columns, { ...PROBLEMS, heading }], rows: body, marked: problems };
}

function columnsOf({ columns }: RosterSheet): SheetColumn[] {
  return columns.map(({ heading, choices }) => ({ heading, width: 22, ...(choices && { choices }) }));
}

function entriesOf(roster: Roster, key: RosterSheet['key']): readonly object[] {
  const { networks } = roster;
  switch (key) {
    case 'region':
      return [roster.region];
    case 'members':
      return networks.flatMap(({ code: network, partners, others }) => [
        ...partners.map((unit) => ({ network, unit, role: 'PARTNER' })),
        ...others.map((unit) => ({ network, unit, role: 'GUEST' })),
      ]);
    case 'serviceDays':
      return networks.flatMap(({ code: network, serviceDays = [] }) =>
        serviceDays.map((day) => ({ network, ...day })),
      );
    case 'facts':
      return networks.flatMap(({ code: network, facts = {} }) =>
        Object.entries(facts).map(([name, count]) => ({ network, name, count })),
      );
    default:
      return roster[key];
  }
}

function cellOf(value: unknown): CellValue {
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : null;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
