import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const LOCKFILES = ['package-lock.json', 'bench/package-lock.json'];

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

/** A package as the lockfile holds it. */
export interface LockedPackage extends Locked {
  readonly name: string;
}

/** What `npm ci` brings, without the project’s own parts. */
export function installedPackages(path: string): LockedPackage[] {
  const text = readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
  return Object.entries(packages)
    .filter(([place, { link }]) => place.includes('node_modules/') && !link)
    .map(([place, locked]) => ({ ...locked, name: place.replace(/^.*node_modules\//, '') }));
}
