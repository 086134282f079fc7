import { Client } from 'pg';
import { startWorld, type World } from './support/world.js';
import { writeCursor } from './support/write-cursor.js';

const ROUNDS = 12;
// What graphql-js is still reading when a field that may not be null has failed.
const SIBLINGS = Array.from(
  { length: 10 },
  (_one, at) => `s${at}: bookings(first: ${at + 1}) { totalCount edges { node { id offer { title } } } }`,
).join(' ');
// What takes several round trips: in between, a connection is idle in its transaction.
const VICTIM = `{ me { name post { role unit { name } } posts { id } } memberships(first: 1) { totalCount }
  bookings(first: 50) { totalCount edges { node { id chatText } } } }`;
const LATE = `{ networks(first: 1) { edges { node { memberships(first: 0) { totalCount } } } }
  auditLines(first: 5) { edges { node { thing { ... on Booking { offer {
    busy(from: "2026-11-25T00:00:00Z", to: "2026-11-27T00:00:00Z") { startsAt } } auditLines(first: 2) { edges { node { act } } } } } } } } }`;

describe('a request that is answered before all its reads are done', () => {
  let world: World;
  let onlooker: Client;
  beforeAll(async () => {
    world = await startWorld();
    onlooker = new Client({ connectionString: world.api.database.superuserUrl });
    await onlooker.connect();
  });
  afterAll(async () => {
    await onlooker.end();
    await world.close();
  });

  const idle = async (): Promise<number> => {
    const { rows } = await onlooker.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    return rows[0]?.count ?? 0;
  };

  it('never goes on with a connection that is somebody else’s', async () => {
    const cursor = forgeCursor(['a', 'no-uuid']);
    const attacker = world.as('bus-639');
    const victim = world.as('southeast-committee');
    const right = await victim.ask(VICTIM);
    const attack = async (round: number): Promise<void> => {
      const query = `query Attack${round}($c: String) { offers(after: $c) { edges { node { id } } } ${SIBLINGS} }`;
      const { errors } = await attacker.tryAsk(query, { c: cursor });
      // Of the database, and not of who reads cursors.
      expect(errors?.[0]).toMatchObject({ path: ['offers'], extensions: { fields: [] } });
    };
    for (let round = 0; round < ROUNDS; round++) {
      const seen = Array.from({ length: 4 }, () => victim.ask(VICTIM));
      await Promise.all([attack(round), attack(round + ROUNDS), ...seen]);
      for (const answer of seen) expect(await answer).toEqual(right);
    }
  });

  it('leaves no transaction open', async () => {
    const client = world.as('bus-639');
    for (let round = 0; round < ROUNDS; round++) {
      const { errors } = await client.tryAsk(`query Late${round} ${LATE}`);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(await idle()).toBe(0);
    expect(await client.ask('{ me { name } }')).toMatchObject({ me: {} });
  });
});

/** One whose check is right, though the list never gave it: only the database finds that out. */
function forgeCursor(keys: readonly string[]): string {
  const order = [
    { expression: '"entry"."title" COLLATE "zh-x-icu"', direction: 'ASC' },
    { expression: '"entry"."id"', direction: 'ASC' },
  ] as const;
  return writeCursor({ name: 'offers', order }, keys);
}
