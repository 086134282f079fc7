import { PNG } from './support/sample-files.js';
import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

type Sent = Parameters<TestClient['send']>[0];

/** Requests that no route is for, and headers that no route can read: an answer as everywhere, and no failure of ours. */
describe('A request that cannot be taken', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());
  beforeEach(() => {
    world.api.lines.length = 0;
  });

  const JSON_TYPE = { 'content-type': 'application/json' };
  const send = async (request: Sent) => {
    const answer = await world.nobody().send(request);
    const { errors } = answer.json<{ errors: { message: string; extensions: object }[] }>();
    return { answer, error: errors[0] };
  };

  it.each<[string, string, string]>([
    ['PUT', '/graphql', 'GET, HEAD, OPTIONS, POST'],
    ['PATCH', '/graphql', 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', '/graphql?query=1', 'GET, HEAD, OPTIONS, POST'],
    ['PUT', '/files', 'POST'],
    ['DELETE', '/files/abc', 'GET, HEAD'],
    ['POST', '/export/offers.xlsx', 'GET, HEAD'],
    ['DELETE', '/import/offers.xlsx', 'GET, HEAD, POST'],
    ['POST', '/health/live', 'GET, HEAD'],
  ])('by %s at %s is told which methods there are', async (method, url, allow) => {
    const request = { method: method as 'PUT', url };
    for (const sent of [
      { ...request, headers: JSON_TYPE },
      { ...request, payload: 'x' },
    ]) {
      const { answer, error } = await send(sent);
      expect([answer.statusCode, answer.headers.allow]).toEqual([405, allow]);
      expect(error).toEqual({
        message: `This address takes ${allow}.`,
        extensions: { code: 'BAD_REQUEST', requestId: 'test-request' },
      });
    }
    expect(world.api.lines).toMatchObject([{ outcome: 'rejected', status: 405 }, { outcome: 'rejected' }]);
  });

  it.each<[string, string, string, number, string]>([
    ['an address that there is not', 'GET', '/secret', 404, 'NOT_FOUND'],
    ['such an address with a body', 'POST', '/secret', 404, 'NOT_FOUND'],
    ['a step too many', 'GET', '/files/secret/x', 404, 'NOT_FOUND'],
    ['a step too few', 'GET', '/export', 404, 'NOT_FOUND'],
    ['an address that is no text', 'GET', '/files/%zz-secret', 400, 'BAD_REQUEST'],
    ['an address without end', 'GET', `/files/secret${'x'.repeat(200)}`, 414, 'BAD_REQUEST'],
  ])('for %s is refused without quoting it', async (_what, method, url, status, code) => {
    const { answer, error } = await send({ method, url, headers: JSON_TYPE });
    expect(answer.statusCode).toBe(status);
    expect(error?.extensions).toEqual({ code, requestId: 'test-request' });
    expect(answer.headers).toMatchObject({ 'x-request-id': 'test-request', 'content-language': 'en' });
    expect(answer.body).not.toContain('secret');
  });

  it('speaks Chinese to whoever asks for it', async () => {
    const headers = { 'accept-language': 'zh-CN' };
    const { answer, error } = await send({ method: 'GET', url: '/secret', headers });
    expect(answer.headers['content-language']).toBe('zh-CN');
    expect(error?.message).toBe('此地址没有内容。');
  });

  it.each(['Content-Type;', 'foo', 'a b/c', '/'])(
    'with the content type %j is the client’s fault',
    async (type) => {
      const headers = { 'content-type': type };
      for (const url of ['/files?to=a&name=b', '/import/offers.xlsx']) {
        const { answer, error } = await send({ method: 'POST', url, payload: PNG, headers });
        expect([answer.statusCode, error?.extensions]).toEqual([
          415,
          { code: 'BAD_REQUEST', requestId: 'test-request' },
        ]);
      }
      expect(world.api.lines).toMatchObject([{ outcome: 'rejected', status: 415 }, { outcome: 'rejected' }]);
      expect(world.api.failures).toEqual([]);
    },
  );

  it('without a token is told how one is sent', async () => {
    for (const url of ['/files/abc', '/export/offers.xlsx']) {
      const { answer } = await send({ method: 'GET', url });
      expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([
        401,
        'Bearer realm="Lianjian"',
      ]);
    }
    const asNobody = (query: string) => world.nobody().askRaw(query, { id: world.network('southeast') });
    const refused = await asNobody('query ($id: ID!) { node(id: $id) { id } me { name } }');
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Lianjian"']);
    const partly = await asNobody('query ($id: ID!) { node(id: $id) { id } __typename }');
    expect([partly.status, partly.headers['www-authenticate']]).toEqual([200, undefined]);
    expect(partly.raw).toContain('UNAUTHENTICATED');
  });
});
