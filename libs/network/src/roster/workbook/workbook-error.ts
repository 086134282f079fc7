import type { Language } from '#graphql';
import { nameOf, type WorkbookProblem } from '#sheets';
import { IMPORT_WORDS } from '../roster.words.js';

/** Names every bad cell of a workbook at once; nothing of it was stored. */
export class RosterWorkbookError extends Error {
  override readonly name = 'RosterWorkbookError';

  constructor(readonly problems: readonly WorkbookProblem[]) {
    super('');
    this.message = this.in('en');
  }

  in(language: Language): string {
    const lines = this.problems.map((problem) => `${nameOf(problem)}: ${problem.message[language]}`);
    return [IMPORT_WORDS.workbookBad[language], ...lines].join('\n  ');
  }
}
