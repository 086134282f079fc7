import { getIntrospectionQuery } from 'graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ask, refusalOf, startToyApp } from './toy-app.js';

/** `{ toys { edges { node { other { other … } } } } }` */
function deep(levels: number): string {
  const others = 'other { '.repeat(levels - 4);
  return `{ toys(first: 1) { edges { node { ${others} name ${'}'.repeat(levels - 4)} } } } }`;
}

function wide(count: number): string {
  return Array.from({ length: count }, (_one, index) => `a${index}: __typename`).join(' ');
}

describe('limits', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startToyApp();
  });
  afterAll(() => app.close());

  test.each([
    ['too deep', deep(11), 'TOO_COMPLEX'],
    [
      'too deep by fragments',
      `{ toys { edges { node { ...a } } } }
       fragment a on Toy { other { ...b } } fragment b on Toy { other { other { other { other { other { other { name } } } } } } }`,
      'TOO_COMPLEX',
    ],
    [
      'aliases',
      `{ ${Array.from({ length: 16 }, (_one, index) => `a${index}: toys { totalCount }`).join(' ')} }`,
      'TOO_COMPLEX',
    ],
    [
      'directives',
      `{ toys ${'@include(if: true) '.repeat(1)} { ${'totalCount @include(if: true) '.repeat(10)} } }`,
      'TOO_COMPLEX',
    ],
    [
      'the schema six times',
      `{ ${'abcdef'.replace(/./g, '$&: __schema { types { name } } ')} }`,
      'TOO_COMPLEX',
    ],
    ['tokens', `{ ${wide(1_000)} }`, 'GRAPHQL_PARSE_FAILED'],
    [
      'a fragment cycle',
      '{ toys { ...a } } fragment a on ToyConnection { ...a }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s is refused', async (_what, query, code) => {
    const answer = await ask(app, query);
    expect([answer.status, refusalOf(answer)]).toEqual([400, code]);
  });

  test('ten deep is fine', async () => {
    expect((await ask(app, deep(10))).body.errors).toBeUndefined();
  });

  test('cost counts `first`, also as a variable', async () => {
    const toys = 'toys(first: $first) { edges { cursor node { ...toy other { ...toy other { ...toy } } } } }';
    const query = `query ($first: Int = 1) { a: ${toys} b: ${toys} c: ${toys} d: ${toys} }
      fragment toy on Toy { id name weight }`;
    expect(refusalOf(await ask(app, query, { first: 100 }))).toBe('TOO_COMPLEX');
    expect((await ask(app, query, { first: 50 })).body.errors).toBeUndefined();
    expect((await ask(app, query)).body.errors).toBeUndefined();
  });

  test('GraphiQL’s introspection still works', async () => {
    const answer = await ask(
      app,
      getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }),
    );
    expect(answer.body.errors).toBeUndefined();
  });

  test('at most five validation errors are told', async () => {
    const answer = await ask(app, `{ ${'nothing '.repeat(50)} }`);
    expect(answer.body.errors?.length).toBeLessThanOrEqual(6);
  });
});
