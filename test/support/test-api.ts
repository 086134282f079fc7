import { openDataSource, type DataSourceSettings } from '#database';
import { loadConfig } from '#config';
import { FixedClock } from '#tenancy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { createApi } from '../../apps/api/src/create-api.js';
import { API_ENTITIES } from '../../apps/api/src/entities.js';
import { createTestDatabase, type TestDatabase } from './cluster.js';
import { makeTempDir } from './temp-dir.js';

/** The whole API on a database of its own, with a clock that stands still until it is moved. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  readonly clock: FixedClock;
  /** The data folder, in which files lie. */
  readonly dir: string;
  /** What the API would have logged as failed. */
  readonly failures: unknown[];
  close(): Promise<void>;
}

/** How long a request waits for a connection or a lock; a slow machine must not look like a refusal. */
export type Patience = NonNullable<DataSourceSettings['patience']>;

/** The case's own clock: a Monday morning in November 2026. */
export const CASE_CLOCK = '2026-11-23T09:00:00+08:00';

export async function startTestApi(
  now: string = CASE_CLOCK,
  patience: Patience = {},
  env: Record<string, string> = {},
): Promise<TestApi> {
  const database = await createTestDatabase();
  const dir = makeTempDir();
  const dataSource = await openDataSource({
    url: database.appUrl,
    entities: API_ENTITIES,
    poolSize: 10,
    applicationName: 'lianjian test',
    patience,
  });
  const clock = new FixedClock(now);
  const failures: unknown[] = [];
  const log = (entry: unknown): void => void failures.push(entry);
  const app = await createApi({ config: loadConfig({ DATA_DIR: dir.path, ...env }), dataSource, log, clock });
  const close = async (): Promise<void> => {
    await app.close();
    await dataSource.destroy();
    await database.drop();
    dir.remove();
  };
  return { app, database, dataSource, clock, dir: dir.path, failures, close };
}
