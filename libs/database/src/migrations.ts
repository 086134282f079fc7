import { readdir } from 'node:fs/promises';
import { DataSource, type MigrationInterface } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

// Beside libs/ in dist/, wherever the process was started.
const FOLDER = new URL('../../../migrations/', import.meta.url);
const FILE_NAME = /^\d{13}-[a-z0-9-]+\.js$/;

/** The migrations of this release, oldest first. */
export async function listMigrations(): Promise<MigrationClass[]> {
  const files = (await readdir(FOLDER)).filter((name) => FILE_NAME.test(name)).toSorted();
  const modules = await Promise.all(files.map(importMigration));
  return modules.flatMap((module) => Object.values(module));
}

async function importMigration(file: string): Promise<Record<string, MigrationClass>> {
  return import(new URL(file, FOLDER).href);
}

/** The names TypeORM records in its table, oldest first. */
export async function listMigrationNames(): Promise<string[]> {
  const classes = await listMigrations();
  return classes.map((migration) => new migration().name ?? migration.name);
}

/** The owner's data source, for the runner here and for TypeORM's command line; not yet open. */
export async function buildMigrationDataSource(
  ownerUrl: string,
  // "debug" is silent unless DEBUG=typeorm:* asks; the default tells the terminal of each failure.
  logger?: 'debug',
): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'lianjian migrations',
    entities: [],
    migrations: await listMigrations(),
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
    ...(logger && { logger }),
    poolSize: 2,
    // A migration may run long, but must not queue up behind a reader for ever (ms).
    extra: { connectionTimeoutMillis: 5_000, lock_timeout: 10_000 },
  });
}
