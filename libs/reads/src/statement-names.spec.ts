import { CONNECTION_SECONDS } from '#database';
import { LONGEST_TEXT, MOST_NAMES, StatementNames } from './statement-names.js';

describe('the names of statements', () => {
  let elapsed = 0;
  const make = () => new StatementNames(() => () => elapsed);
  const twice = (names: StatementNames, text: string) => [names.nameOf(text), names.nameOf(text)];

  beforeEach(() => {
    elapsed = 0;
  });

  it('are given the second time, and stay', () => {
    const names = make();
    const [first, second] = twice(names, 'SELECT 1');
    expect(first).toBeUndefined();
    expect(second).toMatch(/^read_.{24}$/);
    expect(names.nameOf('SELECT 1')).toBe(second);
    expect(names.nameOf('SELECT 2')).toBeUndefined();
  });

  it('are given to no text that is too long', () => {
    expect(twice(make(), 'x'.repeat(LONGEST_TEXT + 1))).toEqual([undefined, undefined]);
    expect(twice(make(), 'x'.repeat(LONGEST_TEXT))[1]).toBeDefined();
  });

  it('have an end, until the connections that know them have been replaced', () => {
    const names = make();
    for (let at = 0; at < MOST_NAMES; at++) expect(twice(names, `SELECT ${at}`)[1]).toBeDefined();
    expect(twice(names, 'one more')[1]).toBeUndefined();
    expect(names.nameOf('SELECT 0')).toBeDefined();
    elapsed = CONNECTION_SECONDS * 1_000;
    expect(twice(names, 'one more')[1]).toBeDefined();
    // Begun anew: the old ones count again.
    expect(names.nameOf('SELECT 0')).toBeUndefined();
  });
});
