import { buildSchema, parse, type DocumentNode } from 'graphql';
import { printResult, AS_TEXT, NotWritten, Written } from './written.js';
import { WrittenQueries } from './written-queries.js';

const schema = buildSchema(`
  type Query { item(code: String = "b"): Item item2: Item sure: Item! walked: Item plain: Item }
  type Mutation { item: Item }
  type Item { name: String }`);
const asked: string[] = [];
let answers: Record<string, unknown> = {};
for (const type of [schema.getQueryType(), schema.getMutationType()]) {
  for (const field of Object.values(type?.getFields() ?? {})) {
    if (field.name !== 'plain') field.extensions = { written: true };
    field.resolve = async (_root, args: Record<string, unknown>, _context, { rootValue, path }) => {
      asked.push(`${path.key}${rootValue === AS_TEXT ? '' : ' as a value'} ${JSON.stringify(args)}`);
      const answer = answers[field.name];
      if (answer instanceof Error) throw answer;
      return answer;
    };
  }
}

function ask(queries: WrittenQueries, query: string | DocumentNode, more: object = {}) {
  const document = typeof query === 'string' ? parse(query) : query;
  const asking = { document, operationName: null, variables: {}, context: {}, isSignedIn: true, ...more };
  return queries.execute(asking);
}

describe('queries that are written', () => {
  let queries: WrittenQueries;
  beforeEach(() => {
    asked.length = 0;
    queries = new WrittenQueries(schema);
    answers = { item: new Written('{"name":  "bus"}'), item2: null, sure: new Written('{}') };
  });

  it('go out as they are, by the names that the client gave', async () => {
    const text = 'query ($c: String) { a: item(code: $c) { name } item { name } item2 { name } }';
    const result = await ask(queries, text, { variables: { c: 'x' } });
    expect(printResult({ ...result, extensions: { cost: 1 }, errors: undefined })).toBe(
      '{"data":{"a":{"name":  "bus"},"item":{"name":  "bus"},"item2":null},"extensions":{"cost":1}}',
    );
    expect(asked).toEqual(['a {"code":"x"}', 'item {"code":"b"}', 'item2 {}']);
  });

  it('tell an error beside what was written', async () => {
    answers['item2'] = new Error('no');
    const { data, errors } = (await ask(queries, '{ item { name } x: item2 { name } }')) ?? {};
    expect(JSON.parse(JSON.stringify(data))).toEqual({ item: { name: 'bus' }, x: null });
    expect(errors).toMatchObject([{ message: 'no', path: ['x'], locations: [{ line: 1, column: 17 }] }]);
  });

  it('are null where a field failed that may not be null', async () => {
    answers['sure'] = new Error('no');
    const result = await ask(queries, '{ item { name } sure { name } }');
    expect(result).toMatchObject({ data: null, errors: [{ path: ['sure'] }] });
  });

  it.each([
    ['of a field that is walked over', '{ plain { name } }', {}],
    ['with a choice at the root', '{ item @include(if: true) { name } }', {}],
    ['that merge fields', '{ item { name } item { name } }', {}],
    ['by a fragment', '{ ... { item { name } } }', {}],
    ['that are acts', 'mutation { item { name } }', {}],
    ['of somebody who is not signed in', '{ item { name } }', { isSignedIn: false }],
    [
      'with variables that do not fit',
      'query ($c: String) { item(code: $c) { name } }',
      { variables: { c: 1 } },
    ],
  ])('are not those %s', async (_what, text, more) => {
    expect(await ask(queries, text, more)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('are tried again unless they cannot be written for good', async () => {
    const document = parse('{ item { name } }');
    for (const [forGood, times] of [
      [false, 2],
      [true, 1],
    ] as const) {
      asked.length = 0;
      answers['item'] = new NotWritten(forGood);
      expect(await ask(queries, document)).toBeNull();
      expect(await ask(queries, document)).toBeNull();
      expect(asked).toHaveLength(times);
    }
  });

  it('are not those whose resolver gives something else, or null where that may not be', async () => {
    answers['walked'] = { name: 'bus' };
    answers['sure'] = null;
    expect(await ask(queries, '{ walked { name } }')).toBeNull();
    expect(await ask(queries, '{ sure { name } }')).toBeNull();
  });
});
