import type { ReadSheet } from '#sheets';
import { importRoster, type RosterImport, type RosterImportSettings } from '../import-roster.js';
import { readRoster } from '../read-roster.js';
import { RosterError } from '../roster-error.js';
import type { WorkbookProblem } from './cell-places.js';
import { FIRST_CELL, readRosterWorkbook, type WorkbookRoster } from './read-roster-workbook.js';
import { RosterWorkbookError } from './workbook-error.js';

/**
 * Imports a workbook as the roster that it holds.
 * @throws RosterWorkbookError naming every bad cell, with nothing stored
 */
export async function importRosterWorkbook(
  ownerUrl: string,
  sheets: readonly ReadSheet[],
  settings: RosterImportSettings = {},
): Promise<RosterImport> {
  const workbook = readRosterWorkbook(sheets);
  const problems = [...workbook.problems, ...checkRoster(workbook)];
  if (problems.length > 0) throw new RosterWorkbookError(problems);
  try {
    return await importRoster(ownerUrl, workbook.roster, settings);
  } catch (error) {
    throw error instanceof RosterError ? new RosterWorkbookError(inCells(error, workbook)) : error;
  }
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
