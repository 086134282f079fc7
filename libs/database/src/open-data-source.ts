import { DataSource } from 'typeorm';
import { keepPrepared } from './keep-prepared.js';
import { poolOf } from './pool-of.js';
import { SnakeNaming } from './snake-naming.js';

type EntityClass = abstract new (...args: never[]) => object;

/** What one process needs of the database. */
export interface DataSourceSettings {
  readonly url: string;
  readonly entities: readonly EntityClass[];
  /** Connections at most. */
  readonly poolSize: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** Longer waits than an API can afford, e.g. for a test of what happens under a crowd (ms). */
  readonly patience?: Partial<typeof PATIENCE>;
}

// node-postgres waits for ever by default: for a free connection, a lock, an idle transaction (ms).
const PATIENCE = {
  connectionTimeoutMillis: 2_000,
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
};

// A page in memory or on a solid disk costs as much wherever it lies. As PostgreSQL sets out, it reads a whole table
// of some thousand rows rather than the few that an index names.
// What a row policy asks of each row is dearer than an operator is taken for: without that, the planner walks along an
// index of thousands and drops what may not be seen.
// Compiling a statement takes PostgreSQL longer than our statements take.
const PLANNING = '-c random_page_cost=1.1 -c cpu_operator_cost=0.01 -c jit=off';

/** A connection keeps what is prepared on it: none lives for ever. */
export const CONNECTION_SECONDS = 600;

/** Opens the pool; fails when the database does not answer within two seconds. */
export async function openDataSource(settings: DataSourceSettings): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: settings.url,
    entities: [...settings.entities],
    poolSize: settings.poolSize,
    applicationName: settings.applicationName,
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    logging: false,
    namingStrategy: new SnakeNaming(),
    // Pipelined: statements of one transaction need not wait for each other's answers.
    extra: {
      ...PATIENCE,
      ...settings.patience,
      pipeline: true,
      options: PLANNING,
      maxLifetimeSeconds: CONNECTION_SECONDS,
    },
  });
  await dataSource.initialize();
  keepPrepared(poolOf(dataSource));
  return dataSource;
}
