import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, ensureAppLogin, startEmbeddedPostgres, withLogin } from '#database';
import { migrateToRelease } from '../../apps/standalone/src/migrate-to-release.js';
import { chooseDisk } from './temp-dir.js';

/** The role the tests connect with where the application would. */
export const APP_LOGIN = 'lianjian_api';

const TEMPLATE = 'lianjian';
const OWNER = 'lianjian_owner';

// Jest's workers are processes of their own: they learn of the cluster from their environment.
const CLUSTER_URL = 'LIANJIAN_TEST_CLUSTER_URL';

// Durability is worth nothing in a cluster that goes with the run.
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_connections: '200',
};

let cluster: EmbeddedPostgres | undefined;

/** Starts the run's own cluster, with a migrated database to clone. */
export async function startTestCluster(): Promise<void> {
  const name = `lianjian-test-${process.pid}-${randomBytes(4).toString('hex')}`;
  cluster = await startEmbeddedPostgres({
    dataDir: join(chooseDisk(), name),
    settings: SETTINGS,
    throwaway: true,
    log: () => {},
  });
  await migrateToRelease(cluster.ownerUrl);
  await ensureAppLogin(cluster.ownerUrl, APP_LOGIN);
  process.env[CLUSTER_URL] = cluster.urlFor('postgres', 'postgres');
}

/** Ends what startTestCluster started; a run that is killed leaves that to the watchdog. */
export async function stopTestCluster(): Promise<void> {
  await cluster?.stop();
}

/** A database for one test file. */
export interface TestDatabase {
  readonly name: string;
  /** Connects as the owner of the schema. */
  readonly ownerUrl: string;
  /** Connects as the application does. */
  readonly appUrl: string;
  /** For what only a superuser can see or try; nothing under test connects like this. */
  readonly superuserUrl: string;
  /** Closes what is still connected, and removes the database. */
  drop(): Promise<void>;
}

/** Clones the migrated template; an empty one is not migrated at all. */
export async function createTestDatabase(from: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const template = from === 'migrated' ? TEMPLATE : 'template0';
  // As it sets out, PostgreSQL writes each page of the copy into its log as well, which takes twice as long.
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY OWNER ${OWNER}`);
  const url = (role: string): string => {
    const login = new URL(withLogin(superuserUrl(), role));
    login.pathname = `/${name}`;
    return login.href;
  };
  return {
    name,
    ownerUrl: url(OWNER),
    appUrl: url(APP_LOGIN),
    superuserUrl: url('postgres'),
    drop: () => asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** For what only a superuser can set up; nothing under test connects like this. */
export async function asSuperuser(sql: string, database = 'postgres'): Promise<void> {
  await queryAsSuperuser(sql, database);
}

/** The rows that are stored, past all walls. */
export async function queryAsSuperuser<Row extends object>(
  sql: string,
  database = 'postgres',
): Promise<Row[]> {
  const url = new URL(superuserUrl());
  url.pathname = `/${database}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function superuserUrl(): string {
  const url = process.env[CLUSTER_URL];
  if (!url) throw new Error('There is no test cluster: run the tests through jest.config.js.');
  return url;
}
