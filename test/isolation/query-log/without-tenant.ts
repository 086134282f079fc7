import { Client } from 'pg';
import { Tenancy } from '#tenancy';
import type { World } from '../../support/world.js';

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Of which the application may read nothing, whoever asks: votes while they are cast, and the sheets that were counted. */
const UNREADABLE = ['vote_tally', 'counted_sheets'];

/** Tries what those see for whom the wall is all there is; in a world where every table holds rows. */
export function tryWalls(found: () => World): void {
  let world: World;
  /** Those of which the application may read rows at all. */
  let tables: string[];
  /** How many rows of each table are visible, whatever their region. */
  let countAll: string;

  beforeAll(async () => {
    world = found();
    const rows = await query<{ name: string }>(
      world.api.database.superuserUrl,
      `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attname = 'region_id'`,
    );
    const names = rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(UNREADABLE));
    tables = names.filter((name) => !UNREADABLE.includes(name));
    countAll = tables
      .map((table) => `SELECT '${table}' AS name, count(region_id)::int AS rows FROM ${table}`)
      .join(' UNION ALL ');
  });

  const none = (): object[] => tables.map((name) => ({ name, rows: 0 }));

  it('holds rows, so that what follows means something', async () => {
    const counts = await query<{ name: string; rows: number }>(world.api.database.superuserUrl, countAll);
    expect(counts.filter(({ rows }) => rows === 0)).toEqual([]);
    expect(tables.length).toBeGreaterThan(12);
  });

  it.each(UNREADABLE)('lets the application not read %s, and shows its owner none of it', async (table) => {
    const all = `SELECT FROM ${table}`;
    await expect(query(world.api.database.appUrl, all)).rejects.toThrow('permission denied');
    expect(await query(world.api.database.ownerUrl, all)).toEqual([]);
  });

  it('shows none of them without a tenant', async () => {
    expect(await query(world.api.database.appUrl, countAll)).toEqual(none());
    expect(await query(world.api.database.appUrl, 'SELECT id FROM region')).toEqual([]);
  });

  it('shows its owner no more than what signing in reads, as whose role it may act', async () => {
    const counts = await query<{ name: string; rows: number }>(world.api.database.ownerUrl, countAll);
    const visible = counts.filter(({ rows }) => rows > 0).map(({ name }) => name);
    expect(visible.toSorted()).toEqual(['account', 'post', 'unit']);
  });

  it.each(['southeast-committee', 'bus-639', 'zhoupu-steward', 'resident-1'])(
    'shows none of another region to %s',
    async (account) => {
      const { claims } = world.as(account);
      if (!claims) throw new Error('An account acts through a post.');
      const foreign = tables
        .map(
          (table) =>
            `SELECT '${table}' AS name, count(region_id)::int AS rows FROM ${table} WHERE region_id <> $1`,
        )
        .join(' UNION ALL ');
      const tenancy = world.api.app.get(Tenancy);
      expect(await tenancy.read(claims, (tx) => tx.query(foreign, [tx.regionId]))).toEqual(none());
      const [{ rows } = { rows: 0 }] = await tenancy.read(claims, (tx) =>
        tx.query<{ rows: number }>('SELECT count(*)::int AS rows FROM post WHERE region_id = $1', [
          tx.regionId,
        ]),
      );
      expect(rows).toBeGreaterThan(0);
    },
  );
}
