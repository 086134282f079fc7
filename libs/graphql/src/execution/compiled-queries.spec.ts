import { buildSchema, parse } from 'graphql';
import { CompiledQueries } from './compiled-queries.js';

const schema = buildSchema(`
  type Query { item: Item! echo(text: String!): String }
  type Mutation { item: Item! }
  type Item { name: String code: String }`);
let wasCompiled = false;
for (const type of [schema.getQueryType(), schema.getMutationType()]) {
  const item = type?.getFields()['item'];
  if (!item) throw new Error('There is no item.');
  item.resolve = () => {
    wasCompiled = /graphql-jit/.test(new Error('who calls?').stack ?? '');
    return { name: 'bus', code: 'b' };
  };
}

/** Each answer, and whether it came from compiled code. */
async function ask(
  queries: CompiledQueries,
  text: string,
  asking: object = {},
): Promise<[unknown, boolean][]> {
  const document = parse(text);
  const answers: [unknown, boolean][] = [];
  for (let time = 1; time <= 4; time++) {
    wasCompiled = false;
    const whole = { document, operationName: null, variables: {}, context: {}, isSignedIn: true, ...asking };
    const { data, errors } = await queries.execute(whole);
    answers.push([JSON.parse(JSON.stringify({ data, errors })), wasCompiled]);
  }
  return answers;
}

const compiledIn = (answers: [unknown, boolean][]) => answers.map(([, compiled]) => compiled);

describe('queries', () => {
  it('are compiled from the second time on, and answered alike', async () => {
    const answers = await ask(new CompiledQueries(schema), '{ item { name } }');
    expect(compiledIn(answers)).toEqual([false, true, true, true]);
    for (const [answer] of answers) expect(answer).toEqual({ data: { item: { name: 'bus' } } });
  });

  it.each([
    ['of somebody who is not signed in', '{ item { name } }', { isSignedIn: false }],
    [
      'that are too long',
      `{ item { ${Array.from({ length: 200 }, (_one, at) => `a${at}: name`).join(' ')} } }`,
      {},
    ],
    [
      'that grow too long by fragments',
      `{ item { ${'...a '.repeat(20)} } } fragment a on Item { ${'...b '.repeat(20)} } fragment b on Item { name }`,
      {},
    ],
    ['with a choice', 'query ($a: Boolean!) { item { name @include(if: $a) } }', { variables: { a: true } }],
    ['with a field called __proto__', '{ item { __proto__: name } }', {}],
    ['that are acts', 'mutation { item { name } }', {}],
  ])('%s are not', async (_what, text, asking) => {
    const answers = await ask(new CompiledQueries(schema), text, asking);
    expect(compiledIn(answers)).toEqual(Array(4).fill(false));
  });

  it('that share a fragment under other conditions are answered alike each time', async () => {
    const text =
      'query A($a: Boolean!) { item { ...F @include(if: $a) } } query B { item { ...F } } fragment F on Item { code }';
    const queries = new CompiledQueries(schema);
    const document = parse(text);
    const asking = { document, context: {}, isSignedIn: true };
    for (let time = 1; time <= 3; time++)
      expect(await queries.execute({ ...asking, operationName: 'A', variables: { a: false } })).toEqual({
        data: { item: {} },
      });
    for (let time = 1; time <= 3; time++)
      expect(await queries.execute({ ...asking, operationName: 'B', variables: {} })).toEqual({
        data: { item: { code: 'b' } },
      });
  });

  it('with variables that do not fit are refused in the same words', async () => {
    const answers = await ask(new CompiledQueries(schema), 'query ($text: String!) { echo(text: $text) }');
    expect(new Set(answers.map(([answer]) => JSON.stringify(answer))).size).toBe(1);
    expect(JSON.stringify(answers[3])).toContain('of required type');
  });

  it('that were used longest ago make room', async () => {
    const queries = new CompiledQueries(schema);
    for (let at = 0; at < 103; at++) await ask(queries, `query Other${at} { item { code } }`);
    expect(queries.size).toBe(100);
  });
});
