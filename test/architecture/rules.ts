import { findCycle } from './find-cycle.js';
import { EXCEPTIONS, MAY_IMPORT } from './import-table.js';
import type { Import, Source } from './source.js';

/** Names whatever breaks it. */
type Rule = (sources: readonly Source[]) => string[];

/** By the sentence it keeps. */
export const RULES = {
  'every library stands in the import table': (sources) =>
    unique(sources.flatMap(({ library }) => (library && !MAY_IMPORT.has(library) ? [library] : []))),

  'a library imports only what the table lets it': (sources) =>
    listImports(sources, (source, { name }) => {
      if (source.library === null || source.isTest || !name.startsWith('#')) return false;
      return !MAY_IMPORT.get(source.library)?.includes(name.slice(1));
    }),

  'a library is entered by its front door, and leaves by those of others': (sources) =>
    listImports(sources, (source, { name, target }) => {
      if (target === null) return false;
      if (name.startsWith('#'))
        return !/^#[a-z]+$/.test(name) || (name.slice(1) === source.library && !source.isTest);
      const into = /^libs\/([^/]+)\//.exec(target)?.[1] ?? null;
      if (into !== null) return into !== source.library;
      return source.library !== null && !(source.isTest && target.startsWith('test/support/'));
    }),

  'no file imports itself, however long the way': (sources) => {
    const cycle = findCycle(
      new Map(sources.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])])),
    );
    return cycle ? [cycle.join(' → ')] : [];
  },

  'every import of ours leads to a file': (sources) => {
    const paths = new Set(sources.map(({ path }) => path));
    return listImports(sources, (_, { target }) => target !== null && !paths.has(target));
  },

  'a front door lists what it shows': (sources) =>
    listFiles(sources, ({ path, code }) => path.endsWith('/index.ts') && /export\s+\*/.test(code)),

  'nothing is tied by forwardRef': (sources) => listFiles(sources, ({ code }) => /\bforwardRef\b/.test(code)),

  'a file is named after what it does': (sources) =>
    listFiles(sources, ({ path }) =>
      /(^|[/.-])(utils?|helpers?|commons?|managers?|misc)([/.-]|$)/.test(path),
    ),

  'exports have names': (sources) =>
    listFiles(
      sources,
      ({ path, code }) => /^export default\b/m.test(code) && !EXCEPTIONS.defaultExport.has(path),
    ),

  'the present and new ids come from tenancy': (sources) =>
    listFiles(
      sources,
      ({ path, code, library, isTest }) =>
        library !== null &&
        library !== 'tenancy' &&
        !isTest &&
        !EXCEPTIONS.present.has(path) &&
        /new Date\(\)|\bDate\.now\b|\brandomUUID\b|\bperformance\.now\b|\bTemporal\.Now\b|\bMath\.random\b/.test(
          code,
        ),
    ),

  'tenant rows are written by the transaction, which leaves audit lines': (sources) =>
    listFiles(
      sources,
      ({ path, text, library, isTest }) =>
        library !== null &&
        library !== 'tenancy' &&
        !isTest &&
        !EXCEPTIONS.unauditedWrites.has(path) &&
        /\bmanager\s*\.(insert|update|delete|remove|save|upsert|softDelete|increment|decrement)\b|\b(INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b/.test(
          text,
        ),
    ),

  'settings come from config': (sources) =>
    listFiles(
      sources,
      ({ path, code, library, isTest }) =>
        library !== null &&
        library !== 'config' &&
        !isTest &&
        !EXCEPTIONS.environment.has(path) &&
        /\bprocess\.env\b/.test(code),
    ),

  'a spec whose API types are not those of the API runs in a context of its own': (sources) => {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    return listFiles(
      sources,
      (source) =>
        source.path.endsWith('spec.ts') && !ASKS_FOR_CONTEXT.test(source.text) && declares(source, byPath),
    );
  },

  'an exported class says why it is there': (sources) =>
    sources
      .filter(({ path, isTest }) => /^(apps|libs)\//.test(path) && !isTest)
      .flatMap(({ path, text }) => findUnsaid(text).map((name) => `${path}: ${name}`)),
} satisfies Record<string, Rule>;

const ASKS_FOR_CONTEXT = /^\/\*\* @jest-environment node \*\//;
const API_TYPE = /^@(ArgsType|InputType|InterfaceType|ObjectType|Resolver)\(|\bregisterEnumType\(/m;

/** Itself, or by what it imports of the tests. */
function declares(
  { path, code, imports, isTest }: Source,
  byPath: ReadonlyMap<string, Source>,
  seen = new Set<string>(),
): boolean {
  if (!isTest || seen.has(path)) return false;
  seen.add(path);
  if (API_TYPE.test(code)) return true;
  return imports.some(({ target }) => {
    const source = target === null ? undefined : byPath.get(target);
    return source !== undefined && declares(source, byPath, seen);
  });
}

// A class that extends another says what differs; of resolvers, modules and arguments the parts are described.
const CLASS = /((?:^(?:\/\*\*.*| )\*\/\n)?)((?:^(?:@|[ )}\]]).*\n)*)^export (?:abstract )?class (\w+)(.*)$/gm;

function findUnsaid(text: string): string[] {
  return [...text.matchAll(CLASS)].flatMap(([, comment = '', decorators = '', name = '', rest = '']) => {
    const isSaid = comment !== '' || /\*\/\s*$/m.test(decorators) || decorators.includes('description');
    const isPlain = rest.includes(' extends ') || /^@(Resolver|Module|ArgsType)\(/m.test(decorators);
    return isSaid || isPlain ? [] : [name];
  });
}

function listImports(
  sources: readonly Source[],
  breaks: (source: Source, link: Import) => boolean,
): string[] {
  return sources.flatMap((source) =>
    source.imports.filter((link) => breaks(source, link)).map(({ name }) => `${source.path} imports ${name}`),
  );
}

function listFiles(sources: readonly Source[], breaks: (source: Source) => boolean): string[] {
  return sources.filter(breaks).map(({ path }) => path);
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
