import { Client } from 'pg';
import { product } from '../product.ts';
import { makeBookings } from './booking-rows.ts';
import { makeNetwork, type Making } from './network-rows.ts';
import { makeOffers } from './offer-rows.ts';
import { Rows } from './rows.ts';
import { areaIdOf, areaOf, networkAt, PASSWORD, REGION } from './world.ts';

/** Networks whose rows are sent at once: some 20,000 rows. */
const BATCH = 8;

/**
 * Fills a migrated database with one region of so many networks, some 2,300 rows each. A superuser writes, since
 * row policies bind the owner too; keys and checks hold as ever.
 */
export async function loadWorld(superuserUrl: string, networks: number, now: Date): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const rows = new Rows();
    const passwordHash = await product.hashPassword(PASSWORD);
    const making = { rows, now, passwordHash, searchTextOf: await product.searchTextOf() };
    makeRegion(making, networks);
    for (let index = 0; index < networks; index++) {
      const network = networkAt(index, networks);
      makeNetwork(making, network);
      makeBookings(making, network, makeOffers(making, network));
      if (index % BATCH === BATCH - 1) await store(client, rows);
    }
    await store(client, rows);
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

function makeRegion({ rows }: Making, networks: number): void {
  const { id: region_id, code } = REGION;
  rows.add('region', { id: region_id, code, name: '浦东新区', time_zone: 'Asia/Shanghai' });
  for (let area = 0; area <= areaOf(networks - 1); area++)
    rows.add('area', { region_id, id: areaIdOf(area), code: `street-${area}`, name: `第${area}街道` });
}

async function store(client: Client, rows: Rows): Promise<void> {
  await client.query('BEGIN');
  for (const [table, batch] of rows.drain()) {
    const columns = Object.keys(batch[0] ?? {}).join(', ');
    await client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(batch)],
    );
  }
  await client.query('COMMIT');
}
