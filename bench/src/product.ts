import type { DataSource } from 'typeorm';

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
};

async function load<Module>(path: string): Promise<Module> {
  try {
    return (await import(new URL(path, DIST).href)) as Module;
  } catch (error) {
    throw new Error(`The product is not built, or has changed: ${path} does not load.`, { cause: error });
  }
}
