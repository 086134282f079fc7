import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPackages } from './lockfile.js';

const PATH = join(import.meta.dirname, '../../../docs/licences.md');
const WRITES = process.env['WRITE_LICENCES'] === '1';

/** They ask for their notice to be kept, and nothing of what is built on them. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  '(MIT AND BSD-3-Clause)',
  '(MIT OR CC0-1.0)',
]);
/** What asks for more, and why it may be here: none is part of what is run. */
const JUDGED: Readonly<Record<string, string>> = {
  'caniuse-lite': 'data of browsers that a test tool reads',
  '@fontsource-variable/noto-sans-sc': 'the font with which the tests take pictures of pages',
  'ical.js': 'reads calendars in tests, unchanged',
};

/** Of what is run, each package; of what builds and tests, those that ask for more than their notice. */
function listLicences(): string {
  const packages = installedPackages('package-lock.json');
  const run = packages.filter(({ dev }) => !dev);
  const kinds = [...new Set(run.map(licenceOf))].toSorted();
  const ofKind = (kind: string): string => {
    const names = new Set(run.filter((one) => licenceOf(one) === kind).map(({ name }) => name));
    return `| ${kind} | ${names.size} | ${[...names].toSorted().join(', ')} |`;
  };
  const others = packages.filter((one) => !PERMISSIVE.has(licenceOf(one)));
  return [
    '# Licences',
    '',
    'What is installed to run Lianjian, by the licence that each package names for itself. Written by `npm run licences` out of `package-lock.json`; a test holds it to that.',
    '',
    '| licence | packages | which |',
    '|---|--:|---|',
    ...kinds.map(ofKind),
    '',
    'Packages that only build and test have the same licences, and these besides:',
    '',
    '| package | licence | what for |',
    '|---|---|---|',
    ...others.map((one) => `| ${one.name} | ${licenceOf(one)} | ${JUDGED[one.name] ?? ''} |`),
    '',
  ].join('\n');
}

function licenceOf({ license }: { license?: string }): string {
  return license ?? 'none named';
}

describe('docs/licences.md', () => {
  it('says what is installed, and under which licence', () => {
    const listed = listLicences();
    if (WRITES) writeFileSync(PATH, listed);
    expect(readFileSync(PATH, 'utf8')).toBe(listed);
  });

  it('holds nothing that asks for more than its notice, but for what was judged', () => {
    const others = installedPackages('package-lock.json').filter((one) => !PERMISSIVE.has(licenceOf(one)));
    expect(others.map(({ name }) => name).toSorted()).toEqual(Object.keys(JUDGED).toSorted());
    expect(others.filter(({ dev }) => !dev)).toEqual([]);
  });
});
