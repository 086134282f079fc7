import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/cluster.js';
import { BREACHES } from './catalogue/breaches.js';
import { RULES } from './catalogue/rules.js';
import { findOffences } from './catalogue/run-rule.js';

const LAW = Object.entries(RULES);
const CASES = LAW.flatMap(([name, rule]) =>
  Object.entries(BREACHES)
    .filter(([broken]) => broken === name)
    .flatMap(([, breaches]) => breaches.map(([statement, offence]) => ({ name, rule, statement, offence }))),
);

describe('The catalogue of a freshly migrated database', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it.each(LAW)('shows that %s', async (_name, rule) => {
    expect(await findOffences(client, rule)).toEqual([]);
  });

  describe('would not pass if a migration broke the rule that', () => {
    beforeEach(() => client.query('BEGIN'));
    afterEach(() => client.query('ROLLBACK'));

    it.each(CASES)('$name: $statement', async ({ rule, statement, offence }) => {
      await client.query(statement);
      expect(await findOffences(client, rule)).toContain(offence);
    });
  });
});
