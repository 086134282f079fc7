import { openDataSource, type DataSourceSettings } from '#database';
import { loadConfig } from '#config';
import { Metrics } from '#signals';
import { FixedClock } from '#tenancy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { createApi } from '../../apps/api/src/create-api.js';
import { API_ENTITIES } from '../../apps/api/src/entities.js';
import { logFailures } from '../../apps/api/src/log-failures.js';
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
  /** Every line of its log. */
  readonly lines: object[];
  readonly metrics: Metrics;
  close(): Promise<void>;
}

/** How long a request waits for a connection or a lock; a slow machine must not look like a refusal. */
export type Patience = NonNullable<DataSourceSettings['patience']>;

/** The case's own clock: a Monday morning in November 2026. */
export const CASE_CLOCK = '2026-11-23T09:00:00+08:00';

// The clock stands still, so what has been asked would never be forgotten.
export const UNLIMITED = { REQUESTS_PER_MINUTE_ADDRESS: '9999999', REQUESTS_PER_MINUTE_POST: '9999999' };

/** A port where nobody listens: what a test has told goes no further than this machine. */
export const NOWHERE = 'http://127.0.0.1:9';

/** What a test wants otherwise. */
export interface TestWishes {
  readonly now?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly patience?: Patience;
}

export async function startTestApi({
  now = CASE_CLOCK,
  env = {},
  patience = {},
}: TestWishes = {}): Promise<TestApi> {
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
  const written = new WrittenLines();
  const log = pino({ level: 'trace' }, written);
  const metrics = new Metrics();
  const signals = { log, metrics, tracing: null };
  const logFailure = logFailures(signals);
  const app = await createApi({
    config: loadConfig({ DATA_DIR: dir.path, WEBHOOK_ORIGINS: NOWHERE, ...UNLIMITED, ...env }),
    dataSource,
    clock,
    signals,
    log: (failure) => {
      failures.push(failure);
      logFailure(failure);
    },
  });
  const close = async (): Promise<void> => {
    await app.close();
    await dataSource.destroy();
    await database.drop();
    dir.remove();
  };
  return {
    app,
    database,
    dataSource,
    clock,
    dir: dir.path,
    failures,
    metrics,
    close,
    get lines() {
      return written.read();
    },
  };
}

/** Each request writes a line; most tests read none. */
class WrittenLines {
  private readonly lines: object[] = [];
  private readonly unread: string[] = [];

  write(line: string): void {
    this.unread.push(line);
  }

  read(): object[] {
    for (const line of this.unread.splice(0)) this.lines.push(JSON.parse(line) as object);
    return this.lines;
  }
}
