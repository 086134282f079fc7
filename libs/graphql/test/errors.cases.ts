import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ask, logged, refusalOf, send, startToyApp } from './toy-app.js';

describe('errors', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startToyApp();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    logged.length = 0;
  });

  test('an unknown error leaves as INTERNAL and is logged with its request id', async () => {
    const answer = await ask(app, '{ broken(how: "42P01") }');
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({ broken: null });
    expect(refusalOf(answer)).toBe('INTERNAL');
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|42P01|stack/);
    expect(Object.keys(answer.body.errors?.[0]?.extensions ?? {})).toEqual(['code', 'requestId']);
    expect(logged).toMatchObject([
      { requestId: answer.headers['x-request-id'], error: { message: 'secret detail in 42P01' } },
    ]);
  });

  test.each([
    ['57014', 'UNAVAILABLE'],
    ['53300', 'UNAVAILABLE'],
    ['08006', 'UNAVAILABLE'],
    ['pool', 'UNAVAILABLE'],
    ['40001', 'CONFLICT'],
    ['40P01', 'CONFLICT'],
    ['22021', 'BAD_USER_INPUT '],
  ])('the database error %s becomes %s', async (how, code) => {
    expect(refusalOf(await ask(app, 'query ($how: String!) { broken(how: $how) }', { how }))).toBe(code);
  });

  test('a request id is taken when sane, else made, and stands in header and error alike', async () => {
    for (const given of ['trace-12345678', 'bad id\\', 'x'.repeat(65)]) {
      const headers = { 'x-request-id': given };
      const { headers: sent, body } = await send(app, {
        headers,
        payload: { query: '{ broken(how: "x") }' },
      });
      expect(body.errors?.[0]?.extensions.requestId).toBe(sent['x-request-id']);
      expect(sent['x-request-id'] === given).toBe(given === 'trace-12345678');
    }
  });

  test('simultaneous requests keep their own ids', async () => {
    const ids = Array.from({ length: 20 }, (_one, index) => `request-${index}-x`);
    const answers = await Promise.all(
      ids.map((id) =>
        send(app, { headers: { 'x-request-id': id }, payload: { query: '{ broken(how: "x") }' } }),
      ),
    );
    expect(answers.map(({ body }) => body.errors?.[0]?.extensions.requestId)).toEqual(ids);
  });

  test('an unknown field is refused without a suggestion', async () => {
    const answer = await ask(app, '{ toyss { totalCoun } }');
    expect(refusalOf(answer)).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(JSON.stringify(answer.body)).not.toMatch(/Did you mean/);
    expect(answer.status).toBe(400);
  });

  test('an enum typo in a variable is refused without a suggestion', async () => {
    const answer = await ask(app, 'query ($kind: ToyKind) { toys(kind: $kind) { totalCount } }', {
      kind: 'BU',
    });
    expect(refusalOf(answer)).toBe('BAD_USER_INPUT kind');
    expect(JSON.stringify(answer.body)).not.toMatch(/Did you mean/);
  });

  test('an argument that a variable leaves null is a problem of that argument', async () => {
    const answer = await ask(
      app,
      'mutation ($version: Int = 1) { lendToy(version: $version) { __typename } }',
      {
        version: null,
      },
      'officer',
    );
    expect(refusalOf(answer)).toBe('BAD_USER_INPUT version');
  });
});
