import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { buildMigrationDataSource } from '#database';
import { createTestDatabase, type TestDatabase } from '../support/cluster.js';
import { readCatalogue } from './catalogue-lines.js';
import { lintLocks } from './lint-locks.js';
import { lintStatement } from './lint-statement.js';
import { sendSingly } from './single-statements.js';

/**
 * Migrations below were written before the first release, when no table anywhere was big. Once a release is out, those
 * that lead to the next stand above.
 */
const FIRST_RELEASE = 1_795_305_720_000;

async function open(database: TestDatabase): Promise<DataSource> {
  const dataSource = await buildMigrationDataSource(database.ownerUrl, 'debug');
  return dataSource.initialize();
}

describe('Migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let runner: QueryRunner;
  let sent: readonly string[];

  beforeEach(async () => {
    database = await createTestDatabase('empty');
    dataSource = await open(database);
    runner = dataSource.createQueryRunner();
    sent = await sendSingly(runner);
  });
  afterEach(async () => {
    await runner.release();
    await dataSource.destroy();
    await database.drop();
  });

  const step = async (migration: MigrationInterface, way: 'up' | 'down'): Promise<string[]> => {
    // CREATE INDEX CONCURRENTLY is not had in a transaction.
    const alone = migration.transaction === false;
    if (!alone) await runner.startTransaction();
    await migration[way](runner);
    if (!alone) await runner.commitTransaction();
    return readCatalogue(dataSource);
  };

  it('each go back to what was there before, and forth again', async () => {
    let before = await readCatalogue(dataSource);
    for (const migration of dataSource.migrations) {
      const after = await step(migration, 'up');
      expect({ [migration.constructor.name]: await step(migration, 'down') }).toEqual({
        [migration.constructor.name]: before,
      });
      expect(await step(migration, 'up')).toEqual(after);
      expect(after).not.toEqual(before);
      before = after;
    }
  });

  it('go back all the way, from the last to the first', async () => {
    const before = await readCatalogue(dataSource);
    for (const migration of dataSource.migrations) await step(migration, 'up');
    for (const migration of dataSource.migrations.toReversed()) await step(migration, 'down');
    expect(await readCatalogue(dataSource)).toEqual(before);
  });

  it('run one by one make what a fresh install has', async () => {
    for (const migration of dataSource.migrations) await step(migration, 'up');
    const installed = await createTestDatabase();
    const fresh = await open(installed);
    const catalogue = await readCatalogue(fresh);
    await fresh.destroy();
    await installed.drop();
    expect(await readCatalogue(dataSource)).toEqual(catalogue);
  });

  it('name every constraint, add one at a time, and keep nobody out of a table on which much is stored', async () => {
    const history = { validated: new Set<string>() };
    const locking: { name: string; offence: string }[] = [];
    for (const migration of dataSource.migrations) {
      const [before, name] = [sent.length, migration.constructor.name];
      await step(migration, 'up');
      locking.push(...lintLocks(sent.slice(before), history).map((offence) => ({ name, offence })));
    }
    expect(sent.flatMap((sql) => lintStatement(sql).map((offence) => `${offence}: ${sql}`))).toEqual([]);
    expect(sent.length).toBeGreaterThan(100);
    expect(locking.filter(({ name }) => Number(name.slice(-13)) >= FIRST_RELEASE)).toEqual([]);
    // What was made before shows that the look is not blind.
    expect(locking.length).toBeGreaterThan(50);
  });

  it('would fail if they sent two statements in one query', async () => {
    await expect(runner.query('SELECT 1; SELECT 2')).rejects.toThrow('multiple commands');
  });
});
