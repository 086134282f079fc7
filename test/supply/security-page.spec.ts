import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

/** The rows below the heading, each as its cells. */
function rowsBelow(heading: string): string[][] {
  const section = PAGE.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) => row.split('|').slice(1, -1));
}

const namedIn = (text: string): string[] =>
  [...text.matchAll(/`([\w./-]+\.ts)`/g)].map(([, path = '']) => path);

/** The specs of a folder, without those of folders in it. */
function specsIn(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('spec.ts'));
  return files.map((name) => `${folder}/${name}`);
}

describe('docs/security.md', () => {
  const promises = rowsBelow('What is promised');

  it('names for each promise what keeps it, and a test that is there', () => {
    expect(promises.length).toBeGreaterThan(20);
    const bare = promises.filter(
      ([promise = '', keeper = '', tests = '']) =>
        promise.trim() === '' || keeper.trim() === '' || namedIn(tests).length === 0,
    );
    expect(bare).toEqual([]);
    const named = promises.flatMap(([, , tests = '']) => namedIn(tests));
    expect(named.filter((path) => !path.endsWith('spec.ts') || !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('leaves out no test of the walls, of hostile hands or of what is installed', () => {
    const own = ['test/supply/security-page.spec.ts'];
    const there = ['test/isolation', 'test/hostile', 'test/supply'].flatMap(specsIn);
    const named = new Set([...namedIn(PAGE), ...own]);
    expect(there.filter((path) => !named.has(path))).toEqual([]);
  });

  it('is led to by the README, as is how to report', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    for (const page of ['SECURITY.md', 'docs/security.md']) {
      expect(readme).toContain(`(${page})`);
      expect(existsSync(join(ROOT, page))).toBe(true);
    }
  });
});
