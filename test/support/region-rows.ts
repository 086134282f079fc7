import type { Role } from '#tenancy';
import { Client } from 'pg';

export interface PostRow {
  readonly id: string;
  readonly personId: string;
  readonly account: string;
  readonly unit: string;
  readonly role: Role;
}

/** The keys of a region's rows, by the codes that tests speak of. */
export interface RegionRows {
  readonly regionId: string;
  /** By kind and code, e.g. `unit bus-639`. */
  readonly ids: ReadonlyMap<string, string>;
  /** The posts that are held, in the order in which they were given. */
  readonly posts: readonly PostRow[];
}

const CODED = `
  SELECT 'unit ' || code AS name, id FROM unit WHERE region_id = $1
  UNION ALL SELECT 'network ' || code, id FROM network WHERE region_id = $1
  UNION ALL SELECT 'area ' || code, id FROM area WHERE region_id = $1
  UNION ALL SELECT 'membership ' || u.unit_code || ' in ' || n.code, u.id
    FROM membership u JOIN network n ON n.region_id = u.region_id AND n.id = u.network_id WHERE u.region_id = $1`;

const POSTS = `
  SELECT p.id, p.person_id AS "personId", a.name AS account, u.code AS unit, p.role
  FROM post p
  JOIN unit u ON u.region_id = p.region_id AND u.id = p.unit_id
  JOIN account a ON a.region_id = p.region_id AND a.person_id = p.person_id
  WHERE p.region_id = $1 AND p.revoked_at IS NULL ORDER BY p.since, p.id`;

/** Read with the rights of an import, as the application sees no region without a post. */
export async function loadRegionRows(ownerUrl: string, code: string): Promise<RegionRows> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN; SET LOCAL ROLE lianjian_operator');
    const regions = await client.query<{ id: string }>('SELECT id FROM region WHERE code = $1', [code]);
    const regionId = regions.rows[0]?.id ?? '';
    await client.query(`SELECT app.set_local('region_id', $1)`, [regionId]);
    const coded = await client.query<{ name: string; id: string }>(CODED, [regionId]);
    const posts = await client.query<PostRow>(POSTS, [regionId]);
    return { regionId, ids: new Map(coded.rows.map(({ name, id }) => [name, id])), posts: posts.rows };
  } finally {
    await client.end();
  }
}
