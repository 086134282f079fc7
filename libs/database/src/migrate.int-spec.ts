import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/cluster.js';
import { migrate } from './migrate.js';
import { listMigrationNames } from './migrations.js';

describe('migrate', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase('empty');
  });
  afterEach(() => database.drop());

  it('brings an empty database to this release once, however many start at the same time', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl)));
    expect(runs.flat()).toEqual(await listMigrationNames());
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });

  it('runs in two databases of one server at once, though they share their roles', async () => {
    const other = await createTestDatabase('empty');
    const runs = await Promise.all([migrate(database.ownerUrl), migrate(other.ownerUrl)]);
    await other.drop();
    expect(runs[0]).toEqual(runs[1]);
  });

  it('leaves nothing open to the public', async () => {
    await migrate(database.ownerUrl);
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query(
      `SELECT nspname FROM pg_namespace, aclexplode(nspacl) AS entry
       WHERE entry.grantee = 0 AND nspname NOT IN ('pg_catalog', 'information_schema')`,
    );
    await owner.end();
    expect(rows).toEqual([]);
  });
});
