import { startWorld, type World } from '../support/world.js';

const BOARD = 'http://localhost:8080';
const QUERY = JSON.stringify({ query: '{ bookings { totalCount } }' });

describe('A page of another origin', () => {
  let world: World;
  let closed: World;

  beforeAll(async () => {
    world = await startWorld({ env: { ALLOWED_ORIGINS: `https://board.example.org, ${BOARD}` } });
    closed = await startWorld();
  });
  afterAll(async () => {
    await world.close();
    await closed.close();
  });

  const preflight = (at: World, origin: string, url = '/graphql') =>
    at.nobody().send({
      method: 'OPTIONS',
      url,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
  const ask = (at: World, origin: string) =>
    at.as('clinic').send({
      method: 'POST',
      url: '/graphql',
      headers: { origin, 'content-type': 'application/json' },
      payload: QUERY,
    });
  const listOf = (header: unknown) => String(header).toLowerCase().split(/, */);

  it.each(['/graphql', '/files', '/export/offers.xlsx'])('may ask when it is allowed: %s', async (url) => {
    const { statusCode, headers } = await preflight(world, BOARD, url);
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([204, BOARD]);
    expect(listOf(headers['access-control-allow-methods'])).toContain('post');
    expect(listOf(headers['access-control-allow-headers'])).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'idempotency-key', 'accept-language']),
    );
  });

  it('reads the answer, its request id and what is left of its quota', async () => {
    const { statusCode, headers } = await ask(world, BOARD);
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([200, BOARD]);
    expect(listOf(headers['access-control-expose-headers'])).toEqual(
      expect.arrayContaining(['x-request-id', 'retry-after', 'ratelimit']),
    );
    expect(listOf(headers['vary'])).toEqual(expect.arrayContaining(['origin', 'accept-language']));
  });

  it('reads why it was not answered, too', async () => {
    const { statusCode, headers } = await world.nobody().send({
      method: 'POST',
      url: '/graphql',
      headers: { origin: BOARD, 'content-type': 'application/json' },
      payload: QUERY,
    });
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([401, BOARD]);
  });

  it.each(['http://localhost:8081', 'https://localhost:8080', 'null', 'https://evil.board.example.org'])(
    'that is not allowed reads nothing: %s',
    async (origin) => {
      for (const { headers } of [await preflight(world, origin), await ask(world, origin)])
        expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it('reads nothing when the operator has allowed none', async () => {
    for (const { headers } of [await preflight(closed, BOARD), await ask(closed, BOARD)])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('is never asked for cookies', async () => {
    const { headers } = await ask(world, BOARD);
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  it('does not change what addresses take', async () => {
    const { statusCode, headers } = await world.nobody().send({ method: 'DELETE', url: '/files/abc' });
    expect([statusCode, headers['allow']]).toEqual([405, 'GET, HEAD']);
    expect((await world.nobody().send({ method: 'GET', url: '/secret' })).statusCode).toBe(404);
  });
});
