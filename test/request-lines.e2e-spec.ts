import { asSuperuser } from './support/cluster.js';
import { startWorld, type World } from './support/world.js';

interface Line {
  readonly msg: string;
  readonly level: number;
  readonly requestId: string;
  readonly [name: string]: unknown;
}

const WRONG = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;

describe('the log of requests', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());
  beforeEach(() => {
    world.api.lines.length = 0;
  });

  const lines = (msg = 'request') => (world.api.lines as Line[]).filter((line) => line.msg === msg);

  it('has one line for each, with ids in place of people', async () => {
    const query =
      'query Mine { me { name } ...More } fragment More on Query { again: me { name } offers { totalCount } }';
    await world.as('clinic').askRaw(query, {}, { 'x-request-id': 'request-one' });
    const uuid = expect.stringMatching(/^[\da-f-]{36}$/);
    expect(lines()).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        pid: expect.any(Number),
        hostname: expect.any(String),
        msg: 'request',
        requestId: 'request-one',
        method: 'POST',
        route: '/graphql',
        status: 200,
        ms: expect.any(Number),
        kind: 'query',
        outcome: 'ok',
        operation: 'Mine',
        fields: ['me', 'offers'],
        cost: expect.any(Number),
        region: world.as('clinic').claims?.regionId,
        post: world.as('clinic').claims?.postId,
        unit: uuid,
      },
    ]);
  });

  it('says with which code a wish was refused, and marks who did not sign in without the address', async () => {
    const input = { region: '310115', account: 'clinic', password: 'guess' };
    await world.nobody().askRaw(WRONG, { input });
    await world.nobody().askRaw('{ me { name } }');
    expect(lines()).toMatchObject([
      { kind: 'mutation', outcome: 'refused', refusals: ['WRONG_CREDENTIALS'], fields: ['signIn'] },
      { kind: 'query', outcome: 'rejected', errors: ['UNAUTHENTICATED'], operation: null },
    ]);
    const [first, second] = lines().map(({ from }) => from);
    expect(first).toMatch(/^[\da-f]{8}$/);
    expect(second).toBe(first);
  });

  it.each([
    ['a body that is no JSON', '{"query":', 400, ['BAD_REQUEST']],
    ['a document that is none', { query: '{' }, 400, ['GRAPHQL_PARSE_FAILED']],
    ['a body too large', { query: ' '.repeat(300_000) }, 413, ['PAYLOAD_TOO_LARGE']],
  ])('has a line for %s', async (_what, payload, status, errors) => {
    const headers = { 'content-type': 'application/json' };
    await world.api.app.inject({ method: 'POST', url: '/graphql', headers, payload });
    expect(lines()).toMatchObject([{ kind: 'none', outcome: 'rejected', status, errors }]);
  });

  it('cuts an operation’s name to what is a name', async () => {
    await world.as('clinic').ask(`query call_13800000000_${'x'.repeat(80)} { me { name } }`);
    expect(lines()[0]?.['operation']).toMatch(/^call___x+$/);
    expect(String(lines()[0]?.['operation']).length).toBeLessThanOrEqual(60);
  });

  it('has the same id in the line of the error and in that of the request', async () => {
    const { name } = world.api.database;
    await asSuperuser('REVOKE SELECT ON offer FROM lianjian_app', name);
    await world.as('clinic').askRaw('{ offers { totalCount } }', {}, { 'x-request-id': 'request-two' });
    await asSuperuser('GRANT SELECT ON offer TO lianjian_app', name);
    expect(lines('request failed')).toMatchObject([
      {
        level: 50,
        requestId: 'request-two',
        code: 'INTERNAL',
        error: { type: 'QueryFailedError', code: '42501' },
      },
    ]);
    expect(lines()).toMatchObject([{ requestId: 'request-two', outcome: 'failed', errors: ['INTERNAL'] }]);
  });

  it('keeps probes to those who debug, and tells the pattern of a route only', async () => {
    await world.api.app.inject('/health/live?token=secret');
    await world.api.app.inject('/nowhere/secret');
    expect(lines()).toMatchObject([
      { level: 20, kind: 'http', route: '/health/live', status: 200 },
      { level: 30, kind: 'http', route: null, status: 404 },
    ]);
    expect(JSON.stringify(world.api.lines)).not.toContain('secret');
  });

  it('counts a repeated request by the answer that it got', async () => {
    const offerId = await world.offer('warm-home');
    const [startsAt, endsAt] = ['2026-12-07T08:30:00+08:00', '2026-12-07T09:30:00+08:00'];
    const variables = {
      input: { offerId, networkId: world.network('southeast'), startsAt, endsAt, purpose: 'canary' },
    };
    const query = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { __typename } }`;
    const ask = () => world.as('clinic').askRaw(query, variables, { 'idempotency-key': 'k' });
    await ask();
    await ask();
    const [first, second] = lines().filter(({ fields }) => String(fields) === 'requestBooking');
    expect([first?.['outcome'], second?.['outcome'], second?.['errors']]).toEqual(['ok', 'ok', undefined]);
  });
});
