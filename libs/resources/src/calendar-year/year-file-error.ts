import type { Language, Words } from '#graphql';
import { YEAR_FILE_WORDS } from './year-file.words.js';

/** One entry that cannot be taken; `place` as in `days[3].class` or `日子 Days!B5`. */
export interface YearProblem {
  readonly place: string;
  readonly message: Words;
}

/** Names everything that is wrong with a calendar file at once, so that it is mended in one go. */
export class YearFileError extends Error {
  override readonly name = 'YearFileError';

  constructor(readonly problems: readonly YearProblem[]) {
    super('');
    this.message = this.in('en');
  }

  in(language: Language): string {
    const lines = this.problems.map(({ place, message }) => `${place}: ${message[language]}`);
    return [YEAR_FILE_WORDS.bad[language], ...lines].join('\n  ');
  }
}
