import type { LightMyRequestResponse } from 'fastify';
import { queryAsSuperuser } from '../support/cluster.js';
import { PNG } from '../support/sample-files.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { startWorld, type World } from '../support/world.js';

const QUERY = '{ __typename }';
const ME = '{ me { post { id } } }';

type Send = (
  query: string,
  headers?: Record<string, string>,
  address?: string,
) => Promise<LightMyRequestResponse>;

const senderTo =
  ({ app }: TestApi): Send =>
  (query, headers = {}, remoteAddress = '192.0.2.1') =>
    app.inject({ method: 'POST', url: '/graphql', headers, remoteAddress, payload: { query } });

const refusalOf = (response: LightMyRequestResponse) => [
  response.statusCode,
  response.json<{ errors?: { extensions: { code: string } }[] }>().errors?.[0]?.extensions.code,
  response.headers['retry-after'],
];

describe('what one address may ask', () => {
  let api: TestApi;
  let send: Send;

  beforeAll(async () => {
    api = await startTestApi({ env: { REQUESTS_PER_MINUTE_ADDRESS: '6', REQUESTS_PER_MINUTE_POST: '6' } });
    send = senderTo(api);
  });

  afterAll(() => api.close());

  it('is told with every answer, refused with 429 when it is used up, and comes back with time', async () => {
    const first = await send(QUERY);
    expect(first.statusCode).toBe(200);
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"address";q=6;w=60',
      ratelimit: '"address";r=5;t=10',
    });
    for (let left = 4; left >= 0; left--)
      expect((await send(QUERY)).headers['ratelimit']).toBe(`"address";r=${left};t=${60 - left * 10}`);

    const refused = await send(QUERY, { 'accept-language': 'zh' });
    expect(refusalOf(refused)).toEqual([429, 'TOO_MANY_REQUESTS', '10']);
    expect(refused.json()).toMatchObject({ errors: [{ message: '请求过于频繁，请稍后再试。' }] });
    expect(refusalOf(await send(QUERY, {}, '192.0.2.2'))).toEqual([200, undefined, undefined]);

    api.clock.advance(9_999);
    expect(refusalOf(await send(QUERY))).toEqual([429, 'TOO_MANY_REQUESTS', '1']);
    api.clock.advance(1);
    expect((await send(QUERY)).statusCode).toBe(200);
    expect((await send(QUERY)).statusCode).toBe(429);
    api.clock.advance(60_000);
    expect((await send(QUERY)).headers['ratelimit']).toBe('"address";r=5;t=10');
  });

  it('counts bad requests too', async () => {
    const bad = () =>
      api.app.inject({ method: 'POST', url: '/graphql', remoteAddress: '192.0.2.3', payload: '{' });
    const statuses: number[] = [];
    for (let count = 0; count < 7; count++) statuses.push((await bad()).statusCode);
    expect(statuses).toEqual([415, 415, 415, 415, 415, 415, 429]);
  });
});

describe('what one post may ask', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ env: { REQUESTS_PER_MINUTE_ADDRESS: '1000', REQUESTS_PER_MINUTE_POST: '2' } });
  });

  afterAll(() => world.close());

  it('is its own, from whatever address', async () => {
    const send = senderTo(world.api);
    const as = async (account: string) => ({ authorization: `Bearer ${await world.as(account).token()}` });
    const clinic = await as('clinic');
    const first = await send(ME, clinic, '192.0.2.1');
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"address";q=1000;w=60, "post";q=2;w=60',
      ratelimit: '"address";r=999;t=1, "post";r=1;t=30',
    });
    expect((await send(ME, clinic, '192.0.2.2')).statusCode).toBe(200);
    expect(refusalOf(await send(ME, clinic, '192.0.2.3'))).toEqual([429, 'TOO_MANY_REQUESTS', '30']);
    expect((await send(ME, await as('bus-639'), '192.0.2.3')).statusCode).toBe(200);
    expect(refusalOf(await send(ME, { authorization: 'Bearer forged' }))).toEqual([
      401,
      'UNAUTHENTICATED',
      undefined,
    ]);
  });
});

describe('the routes beside GraphQL', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ env: { REQUESTS_PER_MINUTE_ADDRESS: '60', REQUESTS_PER_MINUTE_POST: '3' } });
  });

  afterAll(() => world.close());
  // Every quota is whole again.
  beforeEach(() => world.clock.advance(60_000));

  const told = ({ statusCode, headers }: LightMyRequestResponse) => [
    statusCode,
    String(headers['ratelimit']).replaceAll(/;t=\d+/g, ''),
  ];

  it('take from the quotas of address and post what GraphQL would, and are refused like it', async () => {
    const owner = world.as('southeast-kindergarten');
    const { id } = await world.draft('hall');
    world.clock.advance(60_000);
    const sent = await owner.attach(id, 'x.png', PNG);
    expect(told(sent)).toEqual([201, '"address";r=59, "post";r=2']);
    const { file } = sent.json<{ file: { path: string } }>();
    expect(told(await owner.send({ url: file.path }))).toEqual([200, '"address";r=58, "post";r=1']);
    const exported = await owner.send({ url: '/export/posts.xlsx' });
    expect(told(exported)).toEqual([200, '"address";r=57, "post";r=0']);
    const before = await countFiles();
    const refused = [
      await owner.attach(id, 'y.png', PNG),
      await owner.send({ url: file.path }),
      await owner.send({ url: '/export/posts.xlsx' }),
      await owner.send({ method: 'POST', url: '/graphql', payload: { query: ME } }),
    ];
    for (const answer of refused) {
      expect(refusalOf(answer)).toEqual([429, 'TOO_MANY_REQUESTS', '20']);
      expect(answer.headers['ratelimit-policy']).toBe('"address";q=60;w=60, "post";q=3;w=60');
    }
    expect(await countFiles()).toBe(before);
  });

  it('count an export by its pages of a hundred, as its rows would over GraphQL', async () => {
    const clinic = world.as('clinic');
    await clinic.token();
    await queryAsSuperuser(
      `INSERT INTO session (region_id, id, person_id, started_at, expires_at, generation)
       SELECT region_id, gen_random_uuid(), person_id, started_at, expires_at, 0
       FROM session CROSS JOIN generate_series(1, 100) WHERE person_id = '${clinic.claims?.personId}'`,
      world.api.database.name,
    );
    const ask = () => clinic.send({ url: '/export/sessions.xlsx' });
    expect(told(await ask())).toEqual([200, '"address";r=59, "post";r=1']);
    const refused = await ask();
    expect(refusalOf(refused)).toEqual([429, 'TOO_MANY_REQUESTS', '20']);
    expect(refused.headers['content-disposition']).toBeUndefined();
    world.clock.advance(60_000);
    expect((await ask()).statusCode).toBe(200);
    expect(world.api.failures).toEqual([]);
  });

  it('take nothing from a post whose token is not good', async () => {
    const forged = await world.withToken('forged').send({ url: '/export/posts.xlsx' });
    expect(told(forged)).toEqual([401, '"address";r=59']);
    for (let left = 58; left >= 0; left--) await world.nobody().send({ url: '/files/x' });
    const refused = await world.as('clinic').send({ url: '/export/posts.xlsx' });
    expect([...refusalOf(refused), ...told(refused)]).toEqual([
      429,
      'TOO_MANY_REQUESTS',
      '1',
      429,
      '"address";r=0',
    ]);
  });

  const countFiles = async () =>
    (await queryAsSuperuser<{ n: number }>('SELECT count(*)::int AS n FROM file', world.api.database.name))[0]
      ?.n;
});

describe('what a document costs', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });

  afterAll(() => world.close());

  const extensionsOf = (response: LightMyRequestResponse) =>
    response.json<{ extensions?: unknown }>().extensions;

  it('stands in every answer to a document that could be counted, beside what is allowed', async () => {
    const send = senderTo(world.api);
    expect(extensionsOf(await send(QUERY))).toEqual({ cost: { requested: 1, limit: 5_000 } });
    expect(extensionsOf(await send('{ offers(first: 10) { edges { node { id title } } } }'))).toEqual({
      cost: { requested: 41, limit: 5_000 },
    });
    const dear = `{ ${'abcdefgh'.replaceAll(/./g, '$&: bookings(first: 100) { edges { node { id owner { id } offer { id } requester { id } } } } ')} }`;
    const refused = await send(dear);
    expect(refused.statusCode).toBe(400);
    expect(extensionsOf(refused)).toEqual({ cost: { requested: 7_208, limit: 5_000 } });
    expect(extensionsOf(await send('{ nothing }'))).toBeUndefined();
  });

  it('is answered with 503 and when to try again while the pool is full, and with 200 after', async () => {
    const { dataSource } = world.api;
    await world.as('clinic').ask(ME);
    const authorization = `Bearer ${await world.as('clinic').token()}`;
    const held = Array.from({ length: 10 }, () => dataSource.createQueryRunner());
    await Promise.all(held.map((runner) => runner.connect()));
    try {
      const response = await senderTo(world.api)(ME, { authorization, 'accept-language': 'zh' });
      expect(refusalOf(response)).toEqual([503, 'UNAVAILABLE', '2']);
      expect(response.json()).toMatchObject({ errors: [{ message: '数据库繁忙，请稍后再试。' }] });
      expect((await senderTo(world.api)(QUERY)).statusCode).toBe(200);
    } finally {
      await Promise.all(held.map((runner) => runner.release()));
    }
    expect((await senderTo(world.api)(ME, { authorization })).statusCode).toBe(200);
  });
});
