import 'reflect-metadata';
import { DataSource, EntitySchema } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/cluster.js';
import type { ConnectionArgs } from './connection.args.js';
import { loadPage } from './keyset-page.js';
import type { KeysetList } from './page-request.js';

interface Toy {
  id: string;
  title: string;
  madeAt: Date;
}

const toyEntity = new EntitySchema<Toy>({
  name: 'Toy',
  tableName: 'toy',
  columns: {
    id: { type: 'uuid', primary: true },
    title: { type: 'text' },
    madeAt: { type: 'timestamptz', name: 'made_at' },
  },
});

const ID = { expression: 'toy.id', direction: 'ASC' } as const;
const ORDERS: [string, KeysetList][] = [
  ['one direction', { name: 'toys', order: [{ expression: 'toy.title', direction: 'ASC' }, ID] }],
  [
    'instants of the same millisecond',
    { name: 'toys', order: [{ expression: 'toy.madeAt', direction: 'ASC' }, ID] },
  ],
  ['mixed directions', { name: 'toys', order: [{ expression: 'toy.madeAt', direction: 'DESC' }, ID] }],
  ['pinyin', { name: 'toys', order: [{ expression: 'toy.title COLLATE "zh-x-icu"', direction: 'ASC' }, ID] }],
  ['an expression', { name: 'toys', order: [{ expression: 'length(toy.title)', direction: 'DESC' }, ID] }],
];

describe('loadPage', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase('empty');
    dataSource = new DataSource({ type: 'postgres', url: database.ownerUrl, entities: [toyEntity] });
    await dataSource.initialize();
    await dataSource.query(
      'CREATE TABLE toy (id uuid PRIMARY KEY, title text NOT NULL, made_at timestamptz NOT NULL)',
    );
    // Titles repeat, and instants differ by microseconds, which a JavaScript Date cannot tell apart.
    await dataSource.query(`INSERT INTO toy
      SELECT md5(n::text)::uuid, (ARRAY['园', '车', 'a', '场地'])[n % 4 + 1],
        '2027-01-01T00:00:00Z'::timestamptz + (n / 2) * interval '1 microsecond'
      FROM generate_series(1, 25) AS n`);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const load = (list: KeysetList, args: ConnectionArgs, countAll = false) =>
    loadPage(dataSource.getRepository(toyEntity).createQueryBuilder('toy'), list, args, countAll);

  test.each(ORDERS)('pages through %s without loss or repetition, both ways alike', async (_what, list) => {
    const all = (await load(list, { first: 100 })).edges.map(({ node }) => node.id);
    expect(new Set(all).size).toBe(25);

    const forwards: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await load(list, { first: 4, after });
      forwards.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
    expect(forwards).toEqual(all);

    const backwards: string[] = [];
    for (let before: string | null | undefined; before !== null;) {
      const page = await load(list, { last: 4, before });
      backwards.unshift(...page.edges.map(({ node }) => node.id));
      before = page.pageInfo.hasPreviousPage ? page.pageInfo.startCursor : null;
    }
    expect(backwards).toEqual(all);
  });

  test('counts the whole list when asked, whatever the page', async () => {
    const [, list] = ORDERS[0] ?? [];
    if (list === undefined) throw new Error('There is no order to try.');
    expect((await load(list, { first: 2 }, true)).totalCount).toBe(25);
    expect((await load(list, { first: 2 })).totalCount).toBeUndefined();
  });
});
