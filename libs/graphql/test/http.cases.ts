import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { refusalOf, send, startToyApp } from './toy-app.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = '{ toys { totalCount } }';

describe('HTTP', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startToyApp();
  });
  afterAll(() => app.close());

  test.each<[string, Buffer | string, Record<string, string>, number, string]>([
    ['malformed JSON', '{"query":', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['an empty body', '', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['broken UTF-8', Buffer.from(`{"query":"${QUERY} #\xff"}`, 'latin1'), JSON_TYPE, 400, 'BAD_REQUEST'],
    ['a body of 257 KiB', `{"query":"${' '.repeat(257 * 1024)}"}`, JSON_TYPE, 413, 'PAYLOAD_TOO_LARGE'],
    ['a batch', `[{"query":"${QUERY}"}]`, JSON_TYPE, 400, 'BAD_REQUEST'],
    ['a form’s content type', `{"query":"${QUERY}"}`, { 'content-type': 'text/plain' }, 400, 'BAD_REQUEST'],
    ['an unknown content type', QUERY, { 'content-type': 'application/graphql' }, 415, 'BAD_REQUEST'],
    ['no query', '{"variables":{}}', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['a query that is no text', '{"query":[1]}', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['a syntax error', '{"query":"{"}', JSON_TYPE, 400, 'GRAPHQL_PARSE_FAILED'],
    [
      'half a surrogate pair',
      '{"query":"{ toy(id: \\"\\ud800\\") { name } }"}',
      JSON_TYPE,
      400,
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      'an unknown operation',
      `{"query":"query A ${QUERY}","operationName":"B"}`,
      JSON_TYPE,
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('%s is refused in JSON', async (_what, payload, headers, status, code) => {
    const answer = await send(app, { payload, headers });
    expect([answer.status, refusalOf(answer)]).toEqual([status, code]);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.body.errors?.[0]?.extensions.requestId).toBe(answer.headers['x-request-id']);
  });

  test('GET answers queries to those who cannot be a form, and nothing else', async () => {
    const get = (query: string, headers = {}) =>
      send(app, { method: 'GET', url: `/graphql?query=${encodeURIComponent(query)}`, headers });
    expect((await get(QUERY, JSON_TYPE)).body.data).toEqual({ toys: { totalCount: 3 } });
    expect((await get(QUERY)).status).toBe(400);
    expect((await get('mutation { refuseWrongly { name } }', JSON_TYPE)).status).toBe(405);
  });

  test('a query string of broken UTF-8 is refused', async () => {
    const answer = await send(app, { method: 'GET', url: '/graphql?query=%7B%FF', headers: JSON_TYPE });
    expect([answer.status, refusalOf(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  test('the landing page is off', async () => {
    const answer = await app.inject({ method: 'GET', url: '/graphql', headers: { accept: 'text/html' } });
    expect(answer.statusCode).toBe(400);
  });
});
