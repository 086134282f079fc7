import { createTestDatabase, queryAsSuperuser, type TestDatabase } from '../../../../test/support/cluster.js';
import { DISH_PARTS, LED_PARTS } from './dish.repository.js';

const READS = `SELECT tablename, qual FROM pg_policies WHERE policyname = tablename || '_select'`;
/** Some of what only the lead reads beside the committee is the word of a unit, which reads it too. */
const OR_ITS_UNIT = 'unit_id = app.unit_id OR ';
/** Whose rows others read as well: units that were asked, and owners of what is booked. */
const READ_BY_MORE = ['dish_booking', 'dish_host'];

const tableOf = ({ name }: { readonly name: string }): string =>
  name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

describe('who reads what stands beneath a dish is said in every table alike', () => {
  let database: TestDatabase;
  let policies: ReadonlyMap<string, string>;
  beforeAll(async () => {
    database = await createTestDatabase();
    const rows = await queryAsSuperuser<{ tablename: string; qual: string }>(READS, database.name);
    policies = new Map(
      rows.map(({ tablename, qual }) => [tablename, qual.replaceAll(/[()]/g, '').replace(OR_ITS_UNIT, '')]),
    );
  });
  afterAll(() => database.drop());

  it.each([
    ['as the dish is read', DISH_PARTS, 'is_published'],
    ['by the lead and the committee', LED_PARTS, 'lead_unit_id'],
  ] as const)('%s', (_, parts, said) => {
    const tables = parts.map(tableOf).filter((table) => !READ_BY_MORE.includes(table));
    const quals = new Set(tables.map((table) => policies.get(table)));
    expect([...quals]).toEqual([expect.stringContaining(said)]);
  });
});
