import { Temporal } from 'temporal-polyfill';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/cluster.js';
import { loadDayCalendar, seedCalendar, type Query } from './day-calendar.store.js';

describe('the stored day calendar', () => {
  let database: TestDatabase;
  let owner: Client;
  let app: Client;
  const asOwner: Query = async (sql, params) =>
    (await owner.query<Record<string, unknown>>(sql, params)).rows;
  const asApp: Query = async (sql, params) => (await app.query<Record<string, unknown>>(sql, params)).rows;

  beforeEach(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    await asOwner('DELETE FROM calendar_day');
    await asOwner('DELETE FROM calendar_year');
  });
  afterEach(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  it('is read by the application as it was seeded', async () => {
    await seedCalendar(asOwner);
    const calendar = await loadDayCalendar(asApp);
    const days = ['2026-10-01', '2026-10-10', '2027-10-01'].map((day) =>
      calendar.classOf(Temporal.PlainDate.from(day)),
    );
    expect(days).toEqual([
      { class: 'HOLIDAY', provisional: false, name: '国庆节' },
      { class: 'WORKDAY', provisional: false, name: '国庆节' },
      { class: 'WORKDAY', provisional: true, name: null },
    ]);
  });

  it('is not changed by seeding twice, nor is a year that was announced otherwise', async () => {
    await asOwner(`INSERT INTO calendar_year VALUES (2026, 1, 'operator', true), (2025, 1, 'guess', false)`);
    await seedCalendar(asOwner);
    const snapshot = `SELECT y.*, d.days FROM calendar_year y LEFT JOIN
      (SELECT year, count(*)::int AS days FROM calendar_day GROUP BY year) d USING (year) ORDER BY year DESC`;
    const seeded = await asOwner(snapshot);
    expect(seeded.slice(0, 2)).toEqual([
      { year: 2026, version: 1, source: 'operator', announced: true, days: null },
      { year: 2025, version: 2, source: 'chinese-days 1.5.7', announced: true, days: 33 },
    ]);
    await seedCalendar(asOwner);
    expect(await asOwner(snapshot)).toEqual(seeded);
  });

  it('is not the application’s to write', async () => {
    await expect(seedCalendar(asApp)).rejects.toThrow('permission denied');
  });
});
