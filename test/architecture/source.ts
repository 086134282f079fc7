import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One TypeScript file as the rules see it. */
export interface Source {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
  /** The text without comments and without what stands in quotes. */
  readonly code: string;
  /** The library it belongs to; null in apps, migrations and tests. */
  readonly library: string | null;
  readonly isTest: boolean;
  readonly imports: readonly Import[];
}

export interface Import {
  /** As written, e.g. '#tenancy' or './clock.js'. */
  readonly name: string;
  /** The file of the repository it leads to; null for packages. */
  readonly target: string | null;
}

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

// As prettier leaves them: one statement from the line's start, single quotes; and import('…') anywhere.
const IMPORT = /^(?:import|export)\s[^;'`]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
const UNSAID = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

export function parseSource(path: string, text: string): Source {
  const library = /^libs\/([^/]+)\//.exec(path)?.[1] ?? null;
  const imports = [...text.matchAll(IMPORT)].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    return { name, target: findTarget(path, name) };
  });
  const isTest = /^test\/|^libs\/[^/]+\/test\/|\.(int-|e2e-)?spec\.ts$/.test(path);
  return { path, text, code: text.replaceAll(UNSAID, ''), library, isTest, imports };
}

function findTarget(path: string, name: string): string | null {
  if (name.startsWith('#')) return `libs/${name.slice(1)}/src/index.ts`;
  if (!name.startsWith('.')) return null;
  return posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts');
}

/** What packing the client leaves beside its sources. */
const BUILT = /^libs\/client\/(dist|node_modules)\//;

/** Every TypeScript file of ours. */
export function readSources(): Source[] {
  const folders = ['apps', 'libs', 'migrations', 'test'];
  const paths = folders.flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  );
  return [...paths.filter((path) => path.endsWith('.ts') && !BUILT.test(path)), 'ormconfig.ts'].map((path) =>
    parseSource(path, readFileSync(`${ROOT}${path}`, 'utf8')),
  );
}
