import type { DataSource } from 'typeorm';
import type { LargeRound, LargeRules } from './arithmetic/large-round.ts';

const DIST = new URL('../../dist/', import.meta.url);

/** The entry point of the API, as `npm run start:api` runs it. */
export const API_MAIN = new URL('apps/api/src/main.js', DIST);

/** The API's schema, committed and kept true by the product's tests. */
export const SCHEMA_FILE = new URL('../../schema.graphql', import.meta.url);

export interface EmbeddedPostgres {
  readonly ownerUrl: string;
  urlFor(role: string, database?: string): string;
  stop(): Promise<void>;
}

interface DatabaseLibrary {
  startEmbeddedPostgres(wanted: {
    dataDir: string;
    settings?: Readonly<Record<string, string>>;
    throwaway?: boolean;
    log: (line: string) => void;
  }): Promise<EmbeddedPostgres>;
  readonly ensureAppLogin: (ownerUrl: string, name: string) => Promise<void>;
  readonly openDataSource: (settings: {
    url: string;
    entities: readonly unknown[];
    poolSize: number;
    applicationName: string;
  }) => Promise<DataSource>;
}

interface GlobalIds {
  /** What a malformed id, or one of another type, is read as. */
  readonly NOWHERE: string;
  readonly toGlobalId: (type: string, id: string) => string;
  readonly fromGlobalId: (type: string, globalId: string) => string;
}

type Entities = readonly (new () => object)[];

type Tallies = ReadonlyMap<string, object>;
type Scores = ReadonlyMap<string, object | null>;
interface Ranked {
  readonly nominationId: string;
  readonly rank: number;
}

/** What a round is counted with, piece by piece; rules, tallies and scores are handed on as they are. */
interface Arithmetic {
  readonly countRound: (rules: LargeRules, round: LargeRound) => unknown;
  readonly readRules: (rules: LargeRules) => object;
  readonly tallyAll: (read: object, round: LargeRound) => Tallies;
  readonly scoreNomination: (panels: object) => object | null;
  readonly rankAll: (scores: Scores) => readonly Ranked[];
  readonly findAward: (tiers: LargeRules['awards'], ranked: Ranked) => string | null;
  readonly workAccount: (read: object, panels: object) => unknown;
  readonly findSureness: (read: object, tallies: Tallies, scores: Scores) => { readonly tried: number };
}

interface PlainRound {
  readonly nominationIds: readonly string[];
  readonly sheets: readonly object[];
  places(): ReadonlyMap<string, { readonly rank: number | null; readonly awardId: string | null }>;
}

/** The same counted as plainly as can be, which the tests of the product hold it against. */
interface PlainCount {
  readonly PlainRound: {
    new (rules: LargeRules, nominationIds: readonly string[], sheets: readonly object[]): PlainRound;
    of(rules: LargeRules, round: LargeRound): PlainRound;
  };
  readonly accountPlainly: (round: PlainRound, nominationId: string) => unknown;
}

const ARITHMETIC = 'libs/evaluations/src/arithmetic';

/** The one door to the built product; it has no declarations, so what is used of it is declared here. */
export const product = {
  database: () => load<DatabaseLibrary>('libs/database/src/index.js'),
  migrateToRelease: async (ownerUrl: string): Promise<void> => {
    const module = await load<{ migrateToRelease: (url: string) => Promise<void> }>(
      'apps/standalone/src/migrate-to-release.js',
    );
    return module.migrateToRelease(ownerUrl);
  },
  entities: async (): Promise<Entities> =>
    (await load<{ API_ENTITIES: Entities }>('apps/api/src/entities.js')).API_ENTITIES,
  globalIds: () => load<GlobalIds>('libs/graphql/src/ids/global-id.js'),
  hashPassword: async (password: string): Promise<string> =>
    (
      await load<{ hashPassword: (password: string) => Promise<string> }>(
        'libs/network/src/sign-in/password.js',
      )
    ).hashPassword(password),
  searchTextOf: async () =>
    (
      await load<{ searchTextOf: (wanted: { name: string; nameEn: null } | { person: string }) => string }>(
        'libs/network/src/directory/search-text.js',
      )
    ).searchTextOf,
  fillDistrict: async () =>
    (
      await load<{
        fillDistrict: (superuserUrl: string, region: string, networks: number, now: Date) => Promise<void>;
      }>('test/indexes/district/fill-district.js')
    ).fillDistrict,
  arithmetic: () =>
    loadAll<Arithmetic>(ARITHMETIC, [
      'count-round',
      'tally',
      'ranking',
      'awards',
      'work-account',
      'sureness',
    ]),
  plainCount: () => loadAll<PlainCount>(ARITHMETIC, ['plain-round', 'plain-account']),
};

async function loadAll<Modules>(folder: string, names: readonly string[]): Promise<Modules> {
  const modules = await Promise.all(names.map((name) => load<object>(`${folder}/${name}.js`)));
  return Object.assign({}, ...modules) as Modules;
}

async function load<Module>(path: string): Promise<Module> {
  try {
    return (await import(new URL(path, DIST).href)) as Module;
  } catch (error) {
    throw new Error(`The product is not built, or has changed: ${path} does not load.`, { cause: error });
  }
}
