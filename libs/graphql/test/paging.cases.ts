import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ask, refusalOf, startToyApp } from './toy-app.js';

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String) {
  toys(first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

describe('paging', () => {
  let app: NestFastifyApplication;
  let cursor: string;

  beforeAll(async () => {
    app = await startToyApp();
    const { body } = await ask(app, PAGE, { first: 1 });
    cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? '';
  });
  afterAll(() => app.close());

  test.each([
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ first: -1 }, 'first'],
    [{ last: 0 }, 'last'],
    [{ first: 1, last: 1 }, 'last'],
    [{ before: 'x' }, 'before'],
    [{ after: 'x' }, 'after'],
  ])('%j is refused', async (variables, path) => {
    expect(refusalOf(await ask(app, PAGE, variables))).toBe(`BAD_USER_INPUT ${path}`);
  });

  test('goes on after a cursor', async () => {
    const { body } = await ask(app, PAGE, { first: 1, after: cursor });
    expect(body.data).toMatchObject({
      toys: { edges: [{ node: { name: 'b' } }], pageInfo: { hasNextPage: true, hasPreviousPage: true } },
    });
  });

  test('a cursor cut, edited or of another list is refused', async () => {
    const edited = `${cursor.slice(0, -3)}${cursor.at(-3) === 'A' ? 'B' : 'A'}${cursor.slice(-2)}`;
    for (const after of [cursor.slice(0, -1), edited, `${cursor}=`]) {
      expect(refusalOf(await ask(app, PAGE, { after }))).toBe('BAD_USER_INPUT after');
    }
    const other = await ask(app, `{ things(after: "${cursor}") { pageInfo { endCursor } } }`);
    expect(refusalOf(other)).toBe('BAD_USER_INPUT after');
  });

  test('the whole is counted when asked for', async () => {
    const { body } = await ask(app, '{ toys { ...page } } fragment page on ToyConnection { totalCount }');
    expect(body.data).toEqual({ toys: { totalCount: 3 } });
  });
});
