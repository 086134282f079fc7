import { loadConfig } from '#config';
import { FixedClock } from '#tenancy';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asSuperuser,
  createTestDatabase,
  queryAsSuperuser,
  type TestDatabase,
} from '../../../test/support/cluster.js';
import { makeTempDir } from '../../../test/support/temp-dir.js';
import { loadExample } from './load-example.js';

const STATES = { AWAITING_OWNER: 1, CONFIRMED: 2, DECLINED: 1, REQUESTED: 3 };

describe('loading the example', () => {
  let database: TestDatabase;
  let dir: ReturnType<typeof makeTempDir>;
  // A Sunday before a working Monday; no date in the file depends on it.
  const clock = new FixedClock('2026-11-22T23:30:00+08:00');

  beforeEach(async () => {
    database = await createTestDatabase();
    dir = makeTempDir();
  });
  afterEach(async () => {
    await database.drop();
    dir.remove();
  });

  const load = (): Promise<string | null> => loadExample(loadConfig({ DATA_DIR: dir.path }), database, clock);
  const count = async (sql: string): Promise<Record<string, number>> => {
    const rows = await queryAsSuperuser<{ key: string; count: number }>(sql, database.name);
    return Object.fromEntries(rows.map((row) => [row.key, row.count]));
  };
  const bookings = (): Promise<Record<string, number>> =>
    count(`SELECT state AS key, count(*)::int FROM booking GROUP BY 1 ORDER BY 1`);
  const offers = (): Promise<Record<string, number>> =>
    count(`SELECT state AS key, count(*)::int FROM offer GROUP BY 1 ORDER BY 1`);

  it('publishes all offers, shows bookings in every state, and keeps the passwords to this user', async () => {
    const file = await load();
    expect(await offers()).toEqual({ PUBLISHED: 12 });
    expect(await bookings()).toEqual(STATES);
    expect(file).toBe(join(dir.path, 'accounts.txt'));
    expect(statSync(file ?? '').mode & 0o777).toBe(0o600);
    const lines = readFileSync(file ?? '', 'utf8').split('\n');
    expect(lines.filter((line) => line.startsWith('310115'))).toHaveLength(28);
    expect(lines[2]).toMatch(
      /^310115 {2}southeast-committee +([a-z2-9]{4}-){3}[a-z2-9]{4} +SECRETARY +southeast-committee +东南社区党总支书记$/,
    );
  });

  it('leaves a database with a region alone, and still says where the accounts are', async () => {
    const file = await load();
    const before = readFileSync(file ?? '', 'utf8');
    await asSuperuser(
      `DELETE FROM offer_internal WHERE id = (SELECT id FROM offer_internal LIMIT 1)`,
      database.name,
    );
    expect(await load()).toBe(file);
    expect(readFileSync(file ?? '', 'utf8')).toBe(before);
    rmSync(file ?? '');
    expect(await load()).toBeNull();
    expect(await bookings()).toEqual(STATES);
  });

  it('takes up a run that was cut off, wherever that was', async () => {
    const file = await load();
    const passwords = readFileSync(file ?? '', 'utf8');
    // As if it had been killed after some offers, one of them a draft, and some requests.
    await asSuperuser(
      `DELETE FROM booking_contact; DELETE FROM occupancy; DELETE FROM booking WHERE state <> 'AWAITING_OWNER';
       DELETE FROM offer_publication p USING offer o WHERE o.id = p.offer_id AND o.title = '登高车';
       UPDATE offer SET state = 'DRAFT', network_ids = '{}' WHERE title = '登高车'`,
      database.name,
    );
    writeFileSync(join(dir.path, 'example-unfinished'), '');
    expect(await load()).toBe(file);
    expect(await offers()).toEqual({ PUBLISHED: 12 });
    expect(await bookings()).toEqual(STATES);
    expect(readFileSync(file ?? '', 'utf8')).toBe(passwords);
    expect(
      await count(`SELECT title AS key, count(*)::int FROM offer GROUP BY 1 HAVING count(*) > 1`),
    ).toEqual({});
  });
});
