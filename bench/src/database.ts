import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Size } from './measure/size.ts';
import { product, type EmbeddedPostgres } from './product.ts';
import { loadWorld } from './world/load-world.ts';

const APP_LOGIN = 'lianjian_api';
const TEMPLATE = 'lianjian';

/** The PostgreSQL of one run: the product's own, in a folder that goes with the run. */
export class BenchDatabase {
  private readonly cluster: EmbeddedPostgres;

  private constructor(cluster: EmbeddedPostgres) {
    this.cluster = cluster;
  }

  /** Makes and migrates the cluster. */
  static async start(): Promise<BenchDatabase> {
    const library = await product.database();
    const dataDir = join(tmpdir(), `lianjian-bench-${randomBytes(4).toString('hex')}`);
    // Nothing is worth keeping, and nobody shall clean up while we measure.
    const settings = { autovacuum: 'off', max_connections: '200' };
    const cluster = await library.startEmbeddedPostgres({
      dataDir,
      settings,
      throwaway: true,
      log: () => {},
    });
    await product.migrateToRelease(cluster.ownerUrl);
    await library.ensureAppLogin(cluster.ownerUrl, APP_LOGIN);
    return new BenchDatabase(cluster);
  }

  /** A database of so many networks: the URL that the application connects with, and the one of a superuser. */
  async load(networks: number, now: Date): Promise<Pick<Size, 'databaseUrl' | 'superuserUrl'>> {
    const urls = await this.create(`bench_${networks}`);
    await loadWorld(urls.superuserUrl, networks, now);
    return urls;
  }

  /** An empty one, migrated. */
  async create(name: string): Promise<Pick<Size, 'databaseUrl' | 'superuserUrl'>> {
    await this.asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER lianjian_owner`);
    return {
      databaseUrl: this.cluster.urlFor(APP_LOGIN, name),
      superuserUrl: this.cluster.urlFor('postgres', name),
    };
  }

  /** The process whose children are the backends. */
  async postmaster(): Promise<number> {
    const [row] = await this.asSuperuser(
      `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid`,
    );
    return Number(row?.['pid']);
  }

  /** As `SELECT version()` says it, shortened. */
  async version(): Promise<string> {
    const [row] = await this.asSuperuser('SHOW server_version');
    return String(row?.['server_version']);
  }

  stop(): Promise<void> {
    return this.cluster.stop();
  }

  private async asSuperuser(sql: string): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.cluster.urlFor('postgres', 'postgres') });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}
