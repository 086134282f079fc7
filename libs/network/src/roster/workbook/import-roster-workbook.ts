import { findSheetProblems, nameOf, readForm, type ReadSheet, type WorkbookProblem } from '#sheets';
import type { ImportPart } from '../import-part.js';
import { importRoster, type RosterImport, type RosterImportSettings } from '../import-roster.js';
import { readRoster } from '../read-roster.js';
import { RosterError } from '../roster-error.js';
import { FIRST_CELL, readRosterWorkbook, type WorkbookRoster } from './read-roster-workbook.js';
import { ROSTER_SHEETS } from './roster-sheets.js';
import { RosterWorkbookError } from './workbook-error.js';
import type { ReadPart, WorkbookPart } from './workbook-part.js';

export interface WorkbookImportSettings extends Omit<RosterImportSettings, 'parts'> {
  readonly parts?: readonly WorkbookPart[];
}

/**
 * Imports a workbook: the roster that it holds, and the sheets of the parts, in one transaction.
 * @throws RosterWorkbookError naming every bad cell, with nothing stored
 */
export async function importRosterWorkbook(
  ownerUrl: string,
  sheets: readonly ReadSheet[],
  { parts = [], ...settings }: WorkbookImportSettings = {},
): Promise<RosterImport> {
  const workbook = readRosterWorkbook(sheets);
  const others = await Promise.all(parts.map((part) => readPart(part, sheets)));
  expectSound([
    ...findSheetProblems([...ROSTER_SHEETS, ...parts.map(({ form }) => form)], sheets),
    ...workbook.problems,
    ...checkRoster(workbook),
    ...others.flatMap(({ problems }) => problems),
  ]);
  try {
    const stored = others.map((other) => storing(other));
    return await importRoster(ownerUrl, workbook.roster, { ...settings, parts: stored });
  } catch (error) {
    throw error instanceof RosterError ? new RosterWorkbookError(inCells(error, workbook)) : error;
  }
}

type OpenPart = ReadPart & Pick<WorkbookPart, 'entities'>;

async function readPart(part: WorkbookPart, sheets: readonly ReadSheet[]): Promise<OpenPart> {
  const { entities, form } = part;
  const sheet = sheets.find(({ name }) => name === form.name) ?? { ...form, rows: [], problems: [] };
  const { entries, problems } = sheet.rows.length > 0 ? readForm(form, sheet) : { entries: [], problems: [] };
  const read = await part.read(entries);
  return { entities, problems: [...problems, ...read.problems], store: (units) => read.store(units) };
}

function storing(part: OpenPart): ImportPart {
  return {
    entities: part.entities,
    store: async (units) => {
      const { problems, ...outcome } = await part.store(units);
      expectSound(problems);
      return outcome;
    },
  };
}

/** With what is wrong with the sheets, so that a workbook is mended in one go. */
function checkRoster(workbook: WorkbookRoster): WorkbookProblem[] {
  try {
    readRoster(workbook.roster);
    return [];
  } catch (error) {
    if (error instanceof RosterError) return inCells(error, workbook);
    throw error;
  }
}

function inCells({ problems }: RosterError, { places }: WorkbookRoster): WorkbookProblem[] {
  return problems.map((problem) => places.locate(problem, FIRST_CELL));
}

/** A cell below the headings is blamed once, for the first thing that is wrong with it. */
function expectSound(problems: readonly WorkbookProblem[]): void {
  const first = new Map<string, WorkbookProblem>();
  for (const problem of problems) {
    const key = `${nameOf(problem)}${problem.row === 1 ? problem.message.en : ''}`;
    if (!first.has(key)) first.set(key, problem);
  }
  if (first.size > 0) throw new RosterWorkbookError([...first.values()]);
}
