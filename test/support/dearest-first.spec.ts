import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEAREST, dearestFirst } from './dearest-first.js';

const DIST = join(import.meta.dirname, '../..');
const fresh = (name: string): { path: string; duration?: number } => ({ path: join(DIST, name) });

describe('A run in a fresh clone', () => {
  it('knows its dearest files by the names that they have', () => {
    expect(DEAREST.filter((name) => !existsSync(join(DIST, name)))).toEqual([]);
  });

  it('begins with them and keeps the order of the rest', () => {
    const rest = ['test/sql/statements.e2e-spec.js', 'test/acts.e2e-spec.js'];
    const sorted = dearestFirst([...rest, ...DEAREST.toReversed()].map(fresh));
    expect(sorted).toEqual([...DEAREST, ...rest].map(fresh));
  });
});

describe('A later run', () => {
  it('goes by what the files took', () => {
    const timed = [...DEAREST].map((name, place) => ({ ...fresh(name), duration: 100 + place })).toReversed();
    expect(dearestFirst(timed)).toEqual(timed);
  });
});
