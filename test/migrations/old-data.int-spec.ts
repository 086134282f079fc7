import { loadConfig } from '#config';
import { buildMigrationDataSource, migrate } from '#database';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { loadExample } from '../../apps/standalone/src/load-example.js';
import { createTestDatabase, type TestDatabase } from '../support/cluster.js';
import { makeTempDir } from '../support/temp-dir.js';
import { readCatalogue } from './catalogue-lines.js';

type Row = Record<string, unknown>;

const TABLES = `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
  AND relname <> 'migrations' ORDER BY 1`;
const UNCHECKED = `SELECT conrelid::regclass || '.' || conname AS name FROM pg_constraint WHERE NOT convalidated
  UNION ALL SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid`;

/** What a worker has added up of a month in which a booking was answered. */
const LENT = `INSERT INTO lending_month (region_id, id, unit_id, network_id, month, requests, answers, declines, uses,
    used_minutes, utilised_minutes, open_minutes, no_shows, answer_minutes)
  SELECT region_id, gen_random_uuid(), owner_unit_id, network_id, date_trunc('month', starts_at AT TIME ZONE 'Asia/Shanghai')::date,
    1, 1, '{}', 0, 0, 0, 0, 0, 0
  FROM booking WHERE state = 'CONFIRMED' AND network_id IS NOT NULL LIMIT 1`;

/** Each row of each table, past all walls. */
async function readRows(client: Client): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>();
  for (const { name } of (await client.query<{ name: string }>(TABLES)).rows) {
    const { rows } = await client.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${name} t`);
    found.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return found;
}

/** The rows with the columns of an older release alone, in an order of their own. */
function linesOf(rows: readonly Row[] = [], columns: readonly string[]): string[] {
  return rows.map((row) => JSON.stringify(columns.map((column) => row[column]))).toSorted();
}

/** What an older release leaves is brought about by going back to its schema, with what was stored meanwhile. */
describe('A database of an older release', () => {
  const dir = makeTempDir();
  let database: TestDatabase;
  let dataSource: DataSource;
  let client: Client;
  let fresh: readonly string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await (await buildMigrationDataSource(database.ownerUrl, 'debug')).initialize();
    fresh = await readCatalogue(dataSource);
    await loadExample(loadConfig({ DATA_DIR: dir.path }), database);
    client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query(LENT);
  });
  afterAll(async () => {
    await client.end();
    await dataSource.destroy();
    await database.drop();
    dir.remove();
  });

  it.each(['SumUpFigures1795305699000', 'CountDishDateMoves1795305698000', 'KeepWaitingLists1795305651000'])(
    'that stood at %s keeps every row, with the schema of a fresh one',
    async (newest) => {
      const names = dataSource.migrations.map((migration) => migration.constructor.name);
      const later = names.slice(names.indexOf(newest) + 1);
      expect(later.length).toBeLessThan(names.length);
      for (const _one of later) await dataSource.undoLastMigration({ transaction: 'each' });
      const before = await readRows(client);
      expect([...before.values()].filter((rows) => rows.length > 0).length).toBeGreaterThan(15);

      expect(await migrate(database.ownerUrl)).toEqual(later);
      const after = await readRows(client);
      for (const [table, rows] of before) {
        const columns = Object.keys(rows[0] ?? {});
        expect({ [table]: linesOf(after.get(table), columns) }).toEqual({ [table]: linesOf(rows, columns) });
      }
      expect(await readCatalogue(dataSource)).toEqual(fresh);
      expect((await client.query(UNCHECKED)).rows).toEqual([]);
      const { rows } = await client.query(
        `SELECT FROM booking WHERE state = 'REQUESTED' AND asked_at IS NULL`,
      );
      expect(rows).toEqual([]);
      // What a release adds to what was there is read past the walls, which hold for the owner too.
      const standing = await client.query(
        `SELECT FROM need_category GROUP BY network_id HAVING count(code) = 8`,
      );
      expect(standing.rows).toHaveLength(2);
      expect(after.get('lending_month')).toHaveLength(newest.startsWith('KeepWaitingLists') ? 0 : 1);
    },
  );
});
