import { createTestDatabase, type TestDatabase } from '../../../test/support/cluster.js';
import type { DataSource } from 'typeorm';
import { MOST_PREPARED } from './keep-prepared.js';
import { openDataSource } from './open-data-source.js';

describe('a connection', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await openDataSource({
      url: database.appUrl,
      entities: [],
      poolSize: 1,
      applicationName: 'spec',
    });
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  async function prepared(): Promise<string[]> {
    const rows = await dataSource.query<{ statement: string }[]>(
      'SELECT statement FROM pg_prepared_statements',
    );
    return rows.map(({ statement }) => statement);
  }

  it('keeps what is sent again, with other values, and nothing else', async () => {
    const text = 'SELECT $1::integer + 1 AS next';
    expect(await dataSource.query(text, [1])).toEqual([{ next: 2 }]);
    expect(await prepared()).toEqual([]);
    expect(await dataSource.query(text, [2])).toEqual([{ next: 3 }]);
    expect(await dataSource.query(text, [3])).toEqual([{ next: 4 }]);
    await dataSource.query('SELECT 1');
    await dataSource.query('SELECT 1');
    expect(await prepared()).toEqual([text]);
  });

  it('goes on after one that fails, by the same name', async () => {
    const text = 'SELECT 6 / $1::integer AS share';
    expect(await dataSource.query(text, [1])).toEqual([{ share: 6 }]);
    await expect(dataSource.query(text, [0])).rejects.toThrow('division by zero');
    expect(await dataSource.query(text, [3])).toEqual([{ share: 2 }]);
  });

  it('keeps so many and no more', async () => {
    for (let at = 0; at < MOST_PREPARED + 5; at++)
      for (const value of [1, 2]) await dataSource.query(`SELECT $1::integer + ${at} AS sum`, [value]);
    expect(await prepared()).toHaveLength(MOST_PREPARED);
    expect(await dataSource.query('SELECT $1::integer + 0 AS sum', [3])).toEqual([{ sum: 3 }]);
  });
});
