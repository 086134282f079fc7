import { SnakeNaming } from '#database';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/cluster.js';

const SCHEMA = readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8');

/** The tables of the types of the API that have files. */
const CARRIERS = Object.values(buildSchema(SCHEMA).getTypeMap())
  .filter((type) => 'getFields' in type && 'files' in type.getFields())
  .map(({ name }) => new SnakeNaming().tableName(name, undefined));

/** A file is deleted with what it hangs on; today nothing that carries files can be deleted, and this keeps it so. */
describe('What carries files', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  beforeEach(() => client.query('BEGIN'));
  afterEach(() => client.query('ROLLBACK'));

  /** To let one be deleted, remove its files in the same act, and say here by which test that is held. */
  const listDeletable = async (): Promise<string[]> => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relname = ANY ($1) AND relnamespace = 'public'::regnamespace
         AND has_table_privilege('lianjian_app', oid, 'DELETE') ORDER BY 1`,
      [CARRIERS],
    );
    return rows.map(({ name }) => name);
  };

  it('is not deleted by the application', async () => {
    expect(CARRIERS).toEqual(expect.arrayContaining(['action', 'agenda_item', 'booking', 'need', 'offer']));
    expect(await listDeletable()).toEqual([]);
  });

  it('would be seen to be if a migration granted it', async () => {
    await client.query('GRANT DELETE ON offer TO lianjian_app');
    expect(await listDeletable()).toEqual(['offer']);
  });
});
