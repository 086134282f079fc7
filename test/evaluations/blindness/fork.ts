import { poolOf } from '#database';
import { IdSource } from '#tenancy';
import { asSuperuser } from '../../support/cluster.js';
import { EXAMPLE } from '../../support/example-file.js';
import { loadRegionRows, type RegionRows } from '../../support/region-rows.js';
import { World } from '../../support/world.js';

/** Ids that are made after a fork begin like this, and grow: their order is that in which rows were made. */
export const FORKED_ID = '00000000-0000-4000-8000-';

/**
 * One world that goes on in several ways: its database is put back, page by page, to where it was kept. What then
 * differs between two of them follows from what was done in them alone.
 */
export class Fork {
  private readonly kept = new Map<string, Date>();
  private made = 0;

  private constructor(
    private readonly origin: World,
    private readonly rows: RegionRows,
  ) {
    const ids = origin.api.app.get(IdSource, { strict: false });
    ids.next = () => FORKED_ID + String((this.made += 1)).padStart(12, '0');
  }

  static async of(world: World): Promise<Fork> {
    return new Fork(world, await loadRegionRows(world.api.database.ownerUrl, EXAMPLE.roster.region.code));
  }

  /** From here on one goes on with `from` alone. */
  async keep(name: string): Promise<void> {
    const { api, clock } = this.origin;
    this.kept.set(name, clock.now());
    await this.letGo();
    await asSuperuser(`ALTER DATABASE ${api.database.name} RENAME TO ${this.nameOf(name)}`);
  }

  /** The world as it was kept, in which nobody has signed in since. */
  async from(name: string): Promise<World> {
    const { api, other, clock, code } = this.origin;
    clock.set(this.kept.get(name) ?? '');
    await this.letGo();
    const { name: database } = api.database;
    await asSuperuser(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await asSuperuser(`CREATE DATABASE ${database} TEMPLATE ${this.nameOf(name)} STRATEGY FILE_COPY`);
    return new World(api, other, api.app, code, this.rows);
  }

  async close(): Promise<void> {
    await this.origin.close();
    for (const name of this.kept.keys()) await asSuperuser(`DROP DATABASE ${this.nameOf(name)} WITH (FORCE)`);
  }

  private nameOf(kept: string): string {
    return `${this.origin.api.database.name}_${kept}`;
  }

  /** A database with connections is not copied; the pool opens others when it is asked. */
  private async letGo(): Promise<void> {
    const { dataSource, database } = this.origin.api;
    const pool = poolOf(dataSource);
    const isEmpty = new Promise<void>((resolve) => {
      const look = (): void => {
        if (pool.totalCount > 0) return;
        pool.off('remove', look);
        resolve();
      };
      pool.on('remove', look);
      look();
    });
    await asSuperuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database.name}'`,
    );
    await isEmpty;
  }
}
