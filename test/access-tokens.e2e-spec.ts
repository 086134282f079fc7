import { Tenancy } from '#tenancy';
import { accessToken } from './support/access-token-acts.js';
import { attachPicture } from './support/attached.js';
import { queryAsSuperuser } from './support/cluster.js';
import { PASSWORD, startWorld, type World } from './support/world.js';

const ME = `{ me { name post { id } } }`;
const LIST = `{ accessTokens(first: 100) { totalCount edges { node { id name access expiresOn lastUsedAt } } } }`;
const CREATE = `mutation ($input: CreateAccessTokenInput!) { made: createAccessToken(input: $input) {
  __typename ... on NewAccessToken { token accessToken { id } } ... on TooManyAccessTokens { most message } } }`;
const REVOKE = `mutation ($id: ID!) { revokeAccessToken(id: $id) { name } }`;
const NETWORK = `query ($id: ID!) { network(id: $id) { name } }`;
const SET_PHONE = `mutation ($id: ID!, $version: Int!, $phone: String) {
  setDutyPhone(id: $id, version: $version, dutyPhone: $phone) { __typename ... on Post { version } } }`;
const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`;
const TAKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { __typename } }`;
const LINES = `query ($id: ID!) { node(id: $id) { ... on Post { auditLines(first: 100) { edges { node { part act } } } } } }`;

type Made = { made: { __typename: string; token: string; most: number; accessToken: { id: string } } };
type Listed = {
  accessTokens: {
    totalCount: number;
    edges: { node: { id: string; name: string; lastUsedAt: string | null } }[];
  };
};

describe('access tokens', () => {
  let world: World;
  let now: Date;

  beforeAll(async () => {
    world = await startWorld();
    now = world.clock.now();
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });
  beforeEach(() => world.clock.set(now));

  const codeOf = async (token: string, document = ME, variables = {}) =>
    (await world.withToken(token).tryAsk(document, variables)).errors?.[0]?.extensions.code ?? null;
  const listed = async (account: string) => (await world.as(account).ask<Listed>(LIST)).accessTokens;
  const isVoid = async (token: string) => (await codeOf(token)) === 'UNAUTHENTICATED';

  it('act as the post that made them, and are shown once', async () => {
    world.api.lines.length = 0;
    const { id, token } = await accessToken(world, 'clinic', { name: '大屏', access: 'READ' });
    expect(token).toMatch(/^lj_310115_[a-z0-9]{47}$/);
    const asked = await world.withToken(token).ask<{ me: { post: { id: string } } }>(ME);
    expect(asked.me.post.id).toBe(world.post('clinic'));
    const { edges } = await listed('clinic');
    expect(edges).toEqual([
      { node: { id, name: '大屏', access: 'READ', expiresOn: '2027-06-30', lastUsedAt: now.toISOString() } },
    ]);
    expect((await listed('food-market')).edges).toEqual([]);

    const secret = token.slice('lj_310115_'.length);
    const [stored] = await queryAsSuperuser<{ said: string }>(
      `SELECT (SELECT json_agg(t) FROM access_token t)::text || (SELECT json_agg(l) FROM audit_line l)::text AS said`,
      world.api.database.name,
    );
    expect(stored?.said).toContain('大屏');
    for (const said of [stored?.said, JSON.stringify(world.api.lines)])
      expect([said?.includes(secret), said?.includes(secret.slice(0, 40))]).toEqual([false, false]);
  });

  it('are not kept with the answer of a request that is repeated', async () => {
    const input = { name: '一次', access: 'READ', expiresOn: '2027-06-30' };
    const headers = { 'idempotency-key': 'one-token' };
    const first = await world.as('police-post').tryAsk<Made>(CREATE, { input }, headers);
    const again = await world.as('police-post').tryAsk<Made>(CREATE, { input }, headers);
    expect(first.data?.made.token).not.toBe('');
    expect(again.data?.made).toEqual({ ...first.data?.made, token: '' });
    expect((await listed('police-post')).totalCount).toBe(1);
  });

  it('of another network or region read nothing here, as if nothing were here', async () => {
    const { token } = await accessToken(world, 'riverside-primary');
    const hidden = await world.withToken(token).tryAsk(NETWORK, { id: world.network('southeast') });
    const random = await world.withToken(token).tryAsk(NETWORK, { id: world.other.network('southeast') });
    expect(hidden).toEqual(random);
    const other = await accessToken(world.other, 'clinic');
    expect(other.token).toMatch(/^lj_310112_/);
    expect(await world.withToken(other.token).tryAsk(NETWORK, { id: world.network('southeast') })).toEqual(
      random,
    );
  });

  it('that open nothing get one answer, whatever is wrong with them', async () => {
    const { id, token } = await accessToken(world, 'clinic');
    const { token: other } = await accessToken(world.other, 'clinic');
    await world.as('clinic').ask(REVOKE, { id });
    const never = await world.withToken('lj_nothing').askRaw(ME);
    expect(never.status).toBe(401);
    for (const wrong of [
      token,
      `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`,
      other.replace('310112', '310115'),
      token.replace('310115', '999999'),
      token.replace('lj_', 'lj_x'),
    ])
      expect((await world.withToken(wrong).askRaw(ME)).raw).toBe(never.raw);
  });

  it('end with their day, where the region keeps it', async () => {
    const { token } = await accessToken(world, 'clinic', { expiresOn: '2026-11-25' });
    world.clock.set(new Date('2026-11-25T15:59:59Z'));
    expect(await isVoid(token)).toBe(false);
    world.clock.set(new Date('2026-11-25T16:00:00Z'));
    expect(await isVoid(token)).toBe(true);
    expect((await listed('clinic')).edges.map(({ node }) => node.name)).not.toContain('短');
  });

  it.each([
    ['2026-11-22', 'This day is over: name today or a later one.'],
    ['2027-11-25', 'An access token is valid for at most 366 days: name a day up to 2027-11-24.'],
  ])('are not made until %s', async (expiresOn, message) => {
    const input = { name: '大屏', access: 'READ', expiresOn };
    const { errors } = await world.as('clinic').tryAsk(CREATE, { input });
    expect(errors?.[0]?.extensions.fields).toEqual([{ path: 'input.expiresOn', message }]);
  });

  it('end at once when they are revoked, also for a process that has just used them', async () => {
    const { id, token } = await accessToken(world, 'clinic');
    expect(await isVoid(token)).toBe(false);
    await world.as('clinic').ask(REVOKE, { id });
    expect(await isVoid(token)).toBe(true);
    expect((await world.as('clinic').tryAsk(REVOKE, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const others = await accessToken(world, 'food-market');
    expect((await world.as('clinic').tryAsk(REVOKE, { id: others.id })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
    expect(await isVoid(others.token)).toBe(false);
  });

  it('end with the post, and with the password', async () => {
    const ofPost = await accessToken(world, 'developer');
    expect(await isVoid(ofPost.token)).toBe(false);
    await world.as('southeast-committee').ask(TAKE, { id: world.post('developer'), version: 1 });
    expect(await isVoid(ofPost.token)).toBe(true);

    const ofPerson = await accessToken(world, 'savings-bank');
    expect(await isVoid(ofPerson.token)).toBe(false);
    const input = { current: PASSWORD, password: 'another long one' };
    await world.as('savings-bank').ask(CHANGE, { input });
    expect(await isVoid(ofPerson.token)).toBe(true);
    expect((await listed('savings-bank')).totalCount).toBe(0);
  });

  it('stand in no list of sign-ins, and are not ended as one', async () => {
    const before = await world.as('bus-639').ask(`{ sessions { totalCount } }`);
    await accessToken(world, 'bus-639');
    expect(await world.as('bus-639').ask(`{ sessions { totalCount } }`)).toEqual(before);
  });

  it('are twenty at most, also when several are made at once', async () => {
    const input = { name: '许多', access: 'READ', expiresOn: '2027-06-30' };
    const answers = await Promise.all(
      Array.from({ length: 24 }, () => world.as('fire-squadron').ask<Made>(CREATE, { input })),
    );
    const kinds = answers.map(({ made }) => made.__typename);
    expect(kinds.filter((kind) => kind === 'NewAccessToken')).toHaveLength(20);
    expect(answers.find(({ made }) => made.__typename !== 'NewAccessToken')?.made).toEqual({
      __typename: 'TooManyAccessTokens',
      most: 20,
      message: 'A post has at most 20 access tokens: revoke one first.',
    });
    world.clock.set(new Date('2027-07-01T00:00:00Z'));
    const { made } = await world.as('fire-squadron').ask<Made>(CREATE, {
      input: { ...input, expiresOn: '2027-12-31' },
    });
    expect(made.__typename).toBe('NewAccessToken');
  });

  it('are noted when used, and write nothing again for ten minutes', async () => {
    const { token } = await accessToken(world, 'food-market', { name: '记录' });
    const lastUsed = async () =>
      (await listed('food-market')).edges.find(({ node }) => node.name === '记录')?.node.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await codeOf(token);
    expect(await lastUsed()).toBe(now.toISOString());
    world.clock.advance(9 * 60_000);
    await codeOf(token);
    expect(await lastUsed()).toBe(now.toISOString());
    world.clock.advance(60_000);
    await codeOf(token);
    expect(await lastUsed()).toBe(world.clock.now().toISOString());
  });

  it('that only read are refused every mutation, in the schema and in the database', async () => {
    const { token } = await accessToken(world, 'clinic', { name: '只读', access: 'READ' });
    const { errors, data } = await world
      .withToken(token)
      .tryAsk(SET_PHONE, { id: world.post('clinic'), version: 1, phone: '021-5555 0009' });
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({
      message: 'This access token only reads: take one with READ_WRITE, or sign in yourself.',
      extensions: { code: 'FORBIDDEN' },
    });
    // Whatever our code may forget: the transaction itself is one that reads.
    const { claims } = world.as('clinic');
    const [row] = await queryAsSuperuser<{ id: string }>(
      `SELECT id FROM access_token WHERE name = '只读'`,
      world.api.database.name,
    );
    if (!claims || !row) throw new Error('There is no such token.');
    const act = (sessionId: string | null) =>
      world.api.app
        .get(Tenancy)
        .write({ ...claims, sessionId }, (tx) =>
          tx.query(`UPDATE post SET duty_phone = NULL WHERE region_id = $1 AND id = $2`, [
            tx.regionId,
            tx.actor.postId,
          ]),
        );
    await expect(act(row.id)).rejects.toThrow('read-only transaction');
    await expect(act(null)).resolves.toBeDefined();
  });

  it('that write do what the post may', async () => {
    const { token } = await accessToken(world, 'clinic', { access: 'READ_WRITE' });
    const wish = { id: world.post('clinic'), version: 1, phone: '021-5555 0009' };
    expect(await world.withToken(token).ask(SET_PHONE, wish)).toEqual({
      setDutyPhone: { __typename: 'Post', version: 2 },
    });
    expect(await codeOf(token, SET_PHONE, { ...wish, id: world.post('food-market') })).toBe('NOT_FOUND');
  });

  it('read the routes beside GraphQL, and send to none unless they write', async () => {
    const reads = world.withToken((await accessToken(world, 'clinic', { access: 'READ' })).token);
    const writes = world.withToken((await accessToken(world, 'clinic', { access: 'READ_WRITE' })).token);
    const draft = await world.draft('health-talk');
    for (const client of [reads, writes]) {
      const file = await client.send({ method: 'GET', url: '/export/offers.xlsx' });
      expect([file.statusCode, file.rawPayload.length > 1000]).toEqual([200, true]);
    }
    const sent = await reads.attach(draft.id, 'a.png', Buffer.from('a'));
    expect([sent.statusCode, sent.json<{ errors: object[] }>().errors[0]]).toMatchObject([
      403,
      { message: 'This access token only reads: take one with READ_WRITE, or sign in yourself.' },
    ]);
    const workbook = await reads.send({
      method: 'POST',
      url: '/import/offers.xlsx',
      payload: Buffer.from('a'),
    });
    expect(workbook.statusCode).toBe(403);
    for (const client of [reads, writes]) {
      const url = `/dish-dates/${draft.id}/review-slips.html?count=1`;
      expect((await client.send({ method: 'POST', url })).statusCode).toBe(403);
    }
    await attachPicture(writes, draft.id);
  });

  it('leave a line for their holder alone when they are made and revoked', async () => {
    const { id } = await accessToken(world, 'owners-committee');
    await world.as('owners-committee').ask(REVOKE, { id });
    type Said = { node: { auditLines: { edges: { node: { part: string; act: string } }[] } } };
    const actsSeenBy = async (account: string) => {
      const { node } = await world.as(account).ask<Said>(LINES, { id: world.post('owners-committee') });
      const lines = node.auditLines.edges.map(({ node: line }) => line);
      return lines.flatMap(({ part, act }) => (part === 'AccessToken' ? [act] : [])).toSorted();
    };
    expect(await actsSeenBy('owners-committee')).toEqual(['CREATED', 'REMOVED']);
    expect(await actsSeenBy('southeast-committee')).toEqual([]);
  });

  it('count against the quota of their post', async () => {
    const { token } = await accessToken(world, 'clinic');
    const { headers } = await world.withToken(token).askRaw(ME);
    expect(headers['ratelimit-policy']).toMatch(/"post";q=/);
  });

  it('cannot be refreshed, and open no other door', async () => {
    const { token } = await accessToken(world, 'clinic');
    const refresh = `mutation ($token: String!) { refresh(token: $token) { __typename } }`;
    expect(await world.nobody().ask(refresh, { token })).toEqual({ refresh: { __typename: 'InvalidCode' } });
    const calendar = await world.nobody().send({ method: 'GET', url: `/calendar/${token}.ics` });
    expect(calendar.statusCode).toBe(404);
  });
});
