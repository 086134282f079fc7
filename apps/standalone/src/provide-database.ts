import { join } from 'node:path';
import { type Config, ConfigError } from '#config';
import {
  assertWalled,
  type EmbeddedPostgres,
  openDataSource,
  provideAppUrl,
  startEmbeddedPostgres,
} from '#database';
import { migrateToRelease } from './migrate-to-release.js';

/** A database at this release, and the two ways into it. */
export interface ProvidedDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Resolves with the reason should an embedded server end unasked. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** Starts the embedded server or takes the configured one, migrates it and makes the login. */
export async function provideDatabase(config: Config): Promise<ProvidedDatabase> {
  const server = await findServer(config);
  try {
    const appUrl = await prepareDatabase(config, server.ownerUrl);
    await checkWalls(appUrl);
    return { ownerUrl: server.ownerUrl, appUrl, died: server.died, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Migrates as the owner and makes the application's login; returns the URL it connects with. */
export async function prepareDatabase(config: Config, ownerUrl: string): Promise<string> {
  await migrateToRelease(ownerUrl);
  const passwordDir = config.databaseUrl === null ? null : config.dataDir;
  return provideAppUrl({ ownerUrl, appDatabaseUrl: config.appDatabaseUrl, passwordDir });
}

async function findServer(config: Config): Promise<Omit<EmbeddedPostgres, 'urlFor'>> {
  if (config.databaseUrl !== null)
    return { ownerUrl: config.databaseUrl, died: new Promise(() => {}), stop: async () => {} };
  if (config.appDatabaseUrl !== null)
    throw new ConfigError([
      'APP_DATABASE_URL is set, so DATABASE_URL must name the owner of the same database.',
    ]);
  const isVerbose = config.logLevel === 'debug' || config.logLevel === 'trace';
  const log = isVerbose ? (line: string) => void process.stderr.write(`${line}\n`) : () => {};
  return startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres'), log });
}

async function checkWalls(appUrl: string): Promise<void> {
  const app = await openDataSource({
    url: appUrl,
    entities: [],
    poolSize: 1,
    applicationName: 'lianjian start',
  });
  try {
    await assertWalled(app);
  } finally {
    await app.destroy();
  }
}
