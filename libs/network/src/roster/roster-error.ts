import type { Language, Words } from '#graphql';
import { IMPORT_WORDS } from './roster.words.js';

/** One entry of a roster that cannot be taken; `path` as in `networks[0].partners[2]`. */
export interface RosterProblem {
  readonly path: string;
  readonly message: Words;
}

/** Names everything that is wrong with a roster at once, so that a file is mended in one go. */
export class RosterError extends Error {
  override readonly name = 'RosterError';

  constructor(readonly problems: readonly RosterProblem[]) {
    super('');
    this.message = this.in('en');
  }

  in(language: Language): string {
    const lines = this.problems.map(({ path, message }) =>
      path === '' ? message[language] : `${path}: ${message[language]}`,
    );
    return [IMPORT_WORDS.rosterBad[language], ...lines].join('\n  ');
  }
}

export function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}
