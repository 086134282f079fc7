import { buildMigrationDataSource } from '#database';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/cluster.js';

const FROM = 'CreatePasswordCodes1795305612000';

/** Rows as the release before left them, on a database that stands just before the migration. */
async function prepare(database: TestDatabase): Promise<{ first: string }> {
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  const [region, person, first, later] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const post = `INSERT INTO post (region_id, id, unit_id, person_id, person_name, role, since) VALUES ($1, $2, $3, $4, '张', 'LIAISON', $5)`;
  await client.query(`INSERT INTO region VALUES ($1, 'r', '区', NULL, 'Asia/Shanghai')`, [region]);
  for (const unit of [later, first])
    await client.query(
      `INSERT INTO unit (region_id, id, code, name, kind) VALUES ($1, $2, $3, '单位', 'OTHER')`,
      [region, unit, `u-${unit}`],
    );
  await client.query(`INSERT INTO person VALUES ($1, $2, '张', '2026-01-01')`, [region, person]);
  await client.query(post, [region, randomUUID(), later, person, '2026-02-01']);
  await client.query(post, [region, randomUUID(), first, person, '2026-01-01']);
  await client.query(`INSERT INTO account VALUES ($1, $2, $3, 'zhang', 'hash', '2026-01-01')`, [
    region,
    randomUUID(),
    person,
  ]);
  await client.end();
  return { first };
}

describe('An account made before accounts had a unit', () => {
  it('belongs to the unit in which its person first held a post', async () => {
    const database = await createTestDatabase('empty');
    const dataSource = await (await buildMigrationDataSource(database.ownerUrl, 'debug')).initialize();
    const runner = dataSource.createQueryRunner();
    try {
      const at = dataSource.migrations.findIndex(({ name }) => name === FROM);
      for (const migration of dataSource.migrations.slice(0, at)) await migration.up(runner);
      const { first } = await prepare(database);
      await runner.startTransaction();
      await dataSource.migrations[at]?.up(runner);
      await runner.commitTransaction();
      await runner.query('ALTER TABLE account NO FORCE ROW LEVEL SECURITY');
      expect(await runner.query('SELECT name, unit_id FROM account')).toEqual([
        { name: 'zhang', unit_id: first },
      ]);
    } finally {
      await runner.release();
      await dataSource.destroy();
      await database.drop();
    }
  });
});
