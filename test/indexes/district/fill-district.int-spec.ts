import { createTestDatabase, queryAsSuperuser, type TestDatabase } from '../../support/cluster.js';
import { OTHER_REGION, REGION } from '../actors.js';
import { fillDistrict } from './fill-district.js';

/** Offers that are shown, and bookings, of each network. */
const COUNT = `SELECT n.region_id AS region,
    (SELECT count(*)::int FROM offer_publication p WHERE p.network_id = n.id AND p.withdrawn_at IS NULL) AS offers,
    (SELECT count(*)::int FROM booking b WHERE b.network_id = n.id) AS bookings
  FROM network n`;

/** What is measured at one network and at many must differ by the number of networks alone. */
describe('A district', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('of one network is filled as each of many is', async () => {
    const now = new Date('2026-11-23T01:00:00Z');
    await fillDistrict(database.superuserUrl, REGION, 1, now);
    await fillDistrict(database.superuserUrl, OTHER_REGION, 4, now);
    type Counted = Record<'offers' | 'bookings', number> & { region: string };
    const counts = await queryAsSuperuser<Counted>(COUNT, database.name);
    expect(counts.filter(({ region }) => region === REGION)).toHaveLength(1);
    expect(counts).toHaveLength(5);
    expect(counts.map(({ offers }) => offers)).toEqual(Array(5).fill(20));
    for (const { bookings } of counts) expect(bookings).toBeGreaterThanOrEqual(100);
  });
});
