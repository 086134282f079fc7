import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { listRootFields, toGlobalId } from '#graphql';
import { ask, logged, refusalOf, startToyApp } from './toy-app.js';
import { received, TOY_ID } from './toy.resolver.js';

const LEND =
  'mutation ($version: Int!) { lendToy(version: $version) { __typename ... on Refusal { code message } ... on StaleVersion { currentVersion } } }';
const TOY = 'query ($id: ID!) { toy(id: $id) { id name } }';

describe('permissions, refusals and ids', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startToyApp();
  });
  afterAll(() => app.close());

  test('a field without a stated permission answers nobody, and can be named', async () => {
    expect(refusalOf(await ask(app, '{ forgotten }', {}, 'officer'))).toBe('INTERNAL');
    expect(String(logged.at(-1)?.error)).toContain('Query.forgotten states no permission');
    const { schema } = app.get(GraphQLSchemaHost);
    const without = listRootFields(schema).filter(({ permission }) => permission === undefined);
    expect(without.map(({ name }) => name)).toEqual(['Query.forgotten']);
    expect(schema.getMutationType()?.getFields()['lendToy']?.description).toBe(
      'Lends a toy. Who: secretary, officer.',
    );
  });

  test.each([
    [undefined, 'UNAUTHENTICATED', 401, 'Bearer realm="Lianjian"'],
    ['stolen', 'UNAUTHENTICATED', 401, 'Bearer realm="Lianjian"'],
    ['liaison', 'FORBIDDEN', 200, undefined],
    ['officer', 'no error', 200, undefined],
  ])('the token %s meets %s, with the status %d', async (token, code, status, challenge) => {
    const answer = await ask(app, LEND, { version: 3 }, token);
    expect([answer.status, refusalOf(answer)]).toEqual([status, code]);
    expect(answer.headers['www-authenticate']).toBe(challenge);
  });

  test('a thrown refusal is a member of the union', async () => {
    expect((await ask(app, LEND, { version: 1 }, 'officer')).body.data).toMatchObject({
      lendToy: { __typename: 'StaleVersion', code: 'STALE_VERSION', currentVersion: 2 },
    });
    expect((await ask(app, LEND, { version: 2 }, 'officer')).body.data).toEqual({
      lendToy: { __typename: 'ToyTaken', code: 'SPAN_TAKEN', message: 'Somebody has it.' },
    });
    expect((await ask(app, LEND, { version: 3 }, 'officer')).body.data).toEqual({
      lendToy: { __typename: 'Toy' },
    });
  });

  test('a refusal of a field without a union is our fault, and says so in the log', async () => {
    expect(refusalOf(await ask(app, 'mutation { refuseWrongly { name } }'))).toBe('INTERNAL');
    expect(String(logged.at(-1)?.error)).toContain('refuseWrongly refuses with ToyTaken');
  });

  test('an id comes back, and every other one meets one answer', async () => {
    const id = toGlobalId('Toy', TOY_ID);
    expect((await ask(app, TOY, { id }, 'officer')).body.data).toEqual({ toy: { id, name: 'bus' } });
    const random = '99999999-2222-4333-8444-555555555555';
    const strangers = [
      toGlobalId('Toy', random),
      toGlobalId('Offer', TOY_ID),
      TOY_ID,
      '',
      'x',
      `${id}=`,
      `${id}A`,
    ];
    const answers = await Promise.all(
      strangers.map((stranger) => ask(app, TOY, { id: stranger }, 'officer')),
    );
    const texts = answers.map(({ status, body }) =>
      JSON.stringify([status, body.data, body.errors?.[0]?.message]),
    );
    expect(new Set(texts).size).toBe(1);
    expect(answers.map(refusalOf)).toEqual(strangers.map(() => 'NOT_FOUND'));
  });

  test('ids in inputs reach the resolver as uuids', async () => {
    received.length = 0;
    const input = { name: 'bus', kind: 'BUS', facts: { seats: 1 }, parentId: toGlobalId('Toy', TOY_ID) };
    await ask(app, 'mutation ($input: MakeToyInput!) { makeToy(input: $input) { id } }', { input });
    expect(received).toMatchObject([{ parentId: TOY_ID }]);
  });
});
