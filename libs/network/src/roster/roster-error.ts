/** One entry of a roster that cannot be taken; `path` as in `networks[0].partners[2]`. */
export interface RosterProblem {
  readonly path: string;
  readonly message: string;
}

/** Names everything that is wrong with a roster at once, so that a file is mended in one go. */
export class RosterError extends Error {
  override readonly name = 'RosterError';

  constructor(readonly problems: readonly RosterProblem[]) {
    const lines = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message));
    super(`Nothing was imported. The roster has to be mended:\n  ${lines.join('\n  ')}`);
  }
}

export function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}
