import { Client } from 'pg';
import { accessToken } from '../../../../test/support/access-token-acts.js';
import { DoingActs } from '../../../../test/support/doing-acts.js';
import { startWorld, type World } from '../../../../test/support/world.js';
import { readTokenText } from '../access-token/token-text.js';
import { Bearers, type Bearer } from './bearers.js';

const TABLES = `SELECT relname AS name FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relrowsecurity ORDER BY 1`;
/** Names that no policy holds back from anybody who has named the region. */
const OPEN_TO_THE_REGION = { area: 1, region: 1 };
const ISSUE = `mutation ($postId: ID!) { issuePasswordCode(postId: $postId) { oneTimeCode } }`;
const INVITE = `mutation ($input: InviteNewUnitInput!) { inviteNewUnit(input: $input) { oneTimeCode } }`;

describe('whoever bears a secret', () => {
  let world: World;
  let tables: string[];

  beforeAll(async () => {
    world = await startWorld();
    const client = new Client({ connectionString: world.api.database.superuserUrl });
    await client.connect();
    tables = (await client.query<{ name: string }>(TABLES)).rows.map(({ name }) => name);
    await client.end();
  });

  afterAll(() => world.close());

  /** How many rows of each table are there for the bearer; those without any are left out. */
  async function visible({ manager }: Bearer): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      if (!(await isReadable(table, manager))) continue;
      const [row]: { n: number }[] = await manager.query(`SELECT count(*)::int AS n FROM ${table}`);
      if (row?.n) counts[table] = row.n;
    }
    return counts;
  }

  async function isReadable(table: string, manager: Bearer['manager']): Promise<boolean> {
    const [row]: { may: boolean }[] = await manager.query(
      `SELECT has_any_column_privilege($1, 'SELECT') AS may`,
      [table],
    );
    return row?.may ?? false;
  }

  const look = (code: string) => world.api.app.get(Bearers, { strict: false }).admit(code, visible);

  it('of a password code sees that code, and what is the person’s own', async () => {
    const secretary = world.as('southeast-committee');
    type Issued = { issuePasswordCode: { oneTimeCode: string } };
    const { issuePasswordCode } = await secretary.ask<Issued>(ISSUE, { postId: world.post('clinic') });
    await secretary.ask<Issued>(ISSUE, { postId: world.post('food-market') });
    expect(await look(issuePasswordCode.oneTimeCode)).toEqual({
      ...OPEN_TO_THE_REGION,
      account: 1,
      audit_line: 1,
      change_event: 1,
      password_code: 1,
      person: 1,
      post: 1,
    });
  });

  it('of an invitation sees that invitation, and nothing else', async () => {
    const networkId = world.network('southeast');
    const input = { networkId, unitName: '书店', unitKind: 'ENTERPRISE', unitCode: 'book-shop' };
    type Invited = { inviteNewUnit: { oneTimeCode: string } };
    const secretary = world.as('southeast-committee');
    const { inviteNewUnit } = await secretary.ask<Invited>(INVITE, { input });
    await secretary.ask<Invited>(INVITE, { input });
    expect(await look(inviteNewUnit.oneTimeCode)).toEqual({ ...OPEN_TO_THE_REGION, unit_invitation: 1 });
  });

  it('of a calendar address sees which post reads there, and nothing of it', async () => {
    const opened = await world
      .as('clinic')
      .ask<{ openCalendarFeed: { path: string } }>('mutation { openCalendarFeed { path } }');
    await world.as('food-market').ask('mutation { openCalendarFeed { openedAt } }');
    const secret = opened.openCalendarFeed.path.slice('/calendar/'.length, -'.ics'.length);
    expect(await look(secret)).toEqual({ ...OPEN_TO_THE_REGION, calendar_feed: 1 });
  });

  it('of an access token sees that token, and nothing of its post', async () => {
    await accessToken(world, 'food-market');
    const { token } = await accessToken(world, 'clinic');
    const sought = readTokenText(token);
    if (!sought) throw new Error('This is no token.');
    const bearers = world.api.app.get(Bearers, { strict: false });
    expect(await bearers.admitSought(sought, visible)).toEqual({ ...OPEN_TO_THE_REGION, access_token: 1 });
  });

  it('of a review code sees that code, and nothing of the dish', async () => {
    const acts = new DoingActs(world);
    const { dateId } = await acts.published();
    const now = world.clock.now();
    acts.setClock(16, '12:00');
    await acts.note('clinic', dateId, 5);
    const [path = ''] = await acts.paths(dateId, 2);
    world.clock.set(now);
    expect(await look(path.slice('/r/'.length))).toEqual({ ...OPEN_TO_THE_REGION, review_code: 1 });
  });

  it('that opens nothing sees the names that are open to its region', async () => {
    expect(await look('310115.aaaa-bbbb-cccc-dddd')).toEqual(OPEN_TO_THE_REGION);
    expect(await look('999999.aaaa-bbbb-cccc-dddd')).toBeNull();
  });
});
