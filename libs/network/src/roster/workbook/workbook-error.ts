import { nameOf, type WorkbookProblem } from './cell-places.js';

/** Names every bad cell of a workbook at once; nothing of it was stored. */
export class RosterWorkbookError extends Error {
  override readonly name = 'RosterWorkbookError';

  constructor(readonly problems: readonly WorkbookProblem[]) {
    const lines = problems.map((problem) => `${nameOf(problem)}: ${problem.message}`);
    super(`Nothing was imported. The workbook has to be mended:\n  ${lines.join('\n  ')}`);
  }
}
