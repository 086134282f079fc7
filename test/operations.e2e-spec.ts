import { ConfigError, loadConfig } from '#config';
import { documentIdOf } from '#graphql';
import { Metrics } from '#signals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { startApi } from '../apps/api/src/start.js';
import { writeManifest } from '../apps/standalone/src/operations-manifest.js';
import { makeTempDir } from './support/temp-dir.js';
import { createTestDatabase, type TestDatabase } from './support/cluster.js';
import { startWorld, type World } from './support/world.js';

const WHO = 'query Who { me { post { id } } }\n';
const NETWORK = 'query Named($id: ID!) { network(id: $id) { name } }\n';
const REQUEST_ID = { 'x-request-id': 'test-request' };

const dir = makeTempDir();
let files = 0;
afterAll(() => dir.remove());

function manifestOf(documents: Record<string, unknown>): string {
  const path = join(dir.path, `operations-${files++}.json`);
  writeFileSync(path, JSON.stringify(documents));
  return path;
}

const listed = (...texts: string[]) =>
  manifestOf(Object.fromEntries(texts.map((text) => [documentIdOf(text), text])));

async function sentencesOf(promise: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await promise.then(() => null).catch((reason: unknown) => reason);
  if (error instanceof ConfigError) return error.sentences;
  throw error;
}

describe.each(['any', 'listed'])('with OPERATIONS=%s and a manifest', (mode) => {
  let world: World;

  beforeAll(async () => {
    const env = { OPERATIONS: mode, OPERATIONS_MANIFEST: listed(WHO, NETWORK) };
    world = await startWorld({ env });
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });

  const post = async (payload: object | string) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await world.as('clinic').send({ method: 'POST', url: '/graphql', headers, payload });
    const { data, errors } = answer.json<{
      data?: unknown;
      errors?: { message: string; extensions: { code: string } }[];
    }>();
    return { status: answer.statusCode, data, code: errors?.[0]?.extensions.code };
  };
  const me = () => ({ me: { post: { id: world.post('clinic') } } });

  it('a listed operation is asked by its id, with and without the name of the hash', async () => {
    const documentId = documentIdOf(WHO);
    world.api.lines.length = 0;
    for (const id of [documentId, documentId.replace('sha256:', '')])
      expect(await post({ documentId: id })).toEqual({ status: 200, data: me(), code: undefined });
    expect(world.api.lines).toContainEqual(
      expect.objectContaining({ kind: 'query', operation: 'Who', fields: ['me'], outcome: 'ok' }),
    );
  });

  it('again and again, with variables, as it is answered by its text', async () => {
    const variables = { id: world.network('southeast') };
    const answers = [];
    for (let time = 0; time < 4; time++)
      answers.push(await post({ documentId: documentIdOf(NETWORK), variables }));
    answers.push(await post({ query: NETWORK, variables }));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, data: { network: { name: expect.any(String) } } });
  });

  it('also by GET', async () => {
    const query = {
      documentId: documentIdOf(NETWORK),
      variables: JSON.stringify({ id: world.network('southeast') }),
    };
    const headers = { 'apollo-require-preflight': 'true' };
    const answer = await world.as('clinic').send({ method: 'GET', url: '/graphql', query, headers });
    expect([answer.statusCode, answer.json<{ data: unknown }>().data]).toEqual([
      200,
      { network: { name: expect.any(String) } },
    ]);
  });

  it('what is not on the list is told so', async () => {
    const id = documentIdOf('{ me { name } }');
    expect(await post({ documentId: id })).toMatchObject({ status: 400, code: 'OPERATION_NOT_LISTED' });
  });

  it.each([['me'], ['sha256:'], [7], [{}], ['SHA256:'.padEnd(71, '0')]])(
    'a documentId %j is refused as malformed',
    async (documentId) => {
      expect(await post({ documentId })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    },
  );

  it('an id never stands for another text', async () => {
    const documentId = documentIdOf(WHO);
    expect(await post({ documentId, query: '{ me { name } }' })).toMatchObject({ code: 'BAD_REQUEST' });
    expect(await post({ documentId, query: WHO })).toMatchObject({ status: 200, data: me() });
  });

  it('a request that says nothing is refused as before', async () => {
    expect(await post({})).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(await post([{ query: WHO }])).toMatchObject({ status: 400 });
  });

  it('the routes beside GraphQL ask as before', async () => {
    const file = await world.as('clinic').send({ method: 'GET', url: '/export/offers.xlsx' });
    expect(file.statusCode).toBe(200);
  });

  it('other documents are answered only where any are', async () => {
    const isOpen = mode === 'any';
    const others = ['{ me { name } }', '{ __schema { queryType { name } } }', `${WHO} `, 'no graphql {'];
    const codes = [];
    for (const query of others) codes.push((await post({ query })).code);
    expect(codes).toEqual(
      isOpen
        ? [undefined, undefined, undefined, 'GRAPHQL_PARSE_FAILED']
        : others.map(() => 'OPERATION_NOT_LISTED'),
    );
    const url = `/graphql?query=${encodeURIComponent('{ me { name } }')}`;
    const headers = { ...REQUEST_ID, 'apollo-require-preflight': 'true' };
    expect((await world.as('clinic').send({ method: 'GET', url, headers })).statusCode).toBe(
      isOpen ? 200 : 400,
    );
    const twice = `/graphql?query=${encodeURIComponent(WHO)}&query=${encodeURIComponent('{ me { name } }')}`;
    expect((await world.as('clinic').send({ method: 'GET', url: twice, headers })).statusCode).toBe(400);
    expect((await world.nobody().send({ method: 'GET', url: '/explorer' })).statusCode).toBe(
      isOpen ? 200 : 404,
    );
  });
});

describe('a manifest', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const start = (manifest: string) => {
    const config = loadConfig({
      DATA_DIR: dir.path,
      OPERATIONS: 'listed',
      OPERATIONS_MANIFEST: manifest,
    });
    const signals = { log: pino({ level: 'silent' }), metrics: new Metrics(), tracing: null };
    return sentencesOf(startApi(config, database.appUrl, signals));
  };

  it('keeps the API from starting when it cannot be read, or is none', async () => {
    expect(await start(join(dir.path, 'nothing.json'))).toEqual([
      'OPERATIONS_MANIFEST cannot be read (ENOENT).',
    ]);
    const none = join(dir.path, 'none.json');
    writeFileSync(none, '[');
    expect(await start(none)).toEqual([
      'OPERATIONS_MANIFEST is wrong: It is no JSON object of ids and documents.',
    ]);
  });

  it('and when an id is not that of its text, or the schema does not answer it', async () => {
    expect(await start(manifestOf({ [documentIdOf(WHO)]: NETWORK, second: 7 }))).toEqual([
      `OPERATIONS_MANIFEST is wrong: ${documentIdOf(WHO)} is not the id of its document: ${documentIdOf(NETWORK)} is.`,
      'OPERATIONS_MANIFEST is wrong: The document of second is no text.',
    ]);
    const two = 'query A { me { name } } query B { me { name } }';
    const gone = '{ me { nickname } }';
    expect(await start(listed(two, gone, 'no graphql {'))).toEqual([
      `OPERATIONS_MANIFEST is wrong: ${documentIdOf(two)}: It holds 2 operations; one is expected.`,
      `OPERATIONS_MANIFEST is wrong: ${documentIdOf(gone)}: Cannot query field "nickname" on type "Me". Did you mean "name"?`,
      expect.stringContaining('Syntax Error') as unknown,
    ]);
  });

  it('and when a document is beyond the limits', async () => {
    const deep = `{ me { post { unit ${'{ memberships(first: 1) { edges { node { unit '.repeat(4)} { name } ${'} } } }'.repeat(4)} } } }`;
    const [sentence] = await start(listed(deep));
    expect(sentence).toMatch(/A document may be at most 10 deep\.$/);
  });

  it('and when a document is too dear whatever its variables, but not when smaller pages are within the limit', async () => {
    const meetings = (page: string) =>
      `meetings(first: ${page}) { edges { node { network { name offers(first: ${page}) { edges { node { id title } } } } } } }`;
    const dear = `{ ${meetings('100')} }`;
    const least = `query ($few: Boolean!) { ${meetings('100').replace('{ edges', '@skip(if: $few) { edges')} me { name } }`;
    const sized = `query ($size: Int!, $id: ID!) { ${meetings('$size')} network(id: $id) { name } }`;
    const byId = `query ($id: ID!) { network(id: $id) { meetings(first: 100) { edges { node { network { offers(first: 100) { edges { node { id } } } } } } } } }`;
    expect(await start(listed(dear, byId, 'no graphql {'))).toEqual([
      expect.stringMatching(/^OPERATIONS_MANIFEST is wrong: sha256:\w+: .*5000/) as unknown,
      expect.stringMatching(/^OPERATIONS_MANIFEST is wrong: sha256:\w+: .*5000/) as unknown,
      expect.stringContaining('Syntax Error') as unknown,
    ]);
    expect(await start(listed(least, sized, 'no graphql {'))).toHaveLength(1);
  });

  it('and when its fragments grow without end', async () => {
    const fragments = Array.from(
      { length: 14 },
      (_, at) => `fragment F${at} on Me { ...F${at + 1} ...F${at + 1} }`,
    );
    const grown = `{ me { ...F0 } } ${fragments.join(' ')} fragment F14 on Me { name }`;
    const [sentence, ...more] = await start(listed(grown));
    expect(more).toEqual([]);
    expect(sentence).toMatch(/The document selects too much through its fragments\.$/);
  });

  it('is written of a folder, each id the hash of its file, and is taken at the start', async () => {
    const folder = join(dir.path, 'client');
    mkdirSync(join(folder, 'deeper'), { recursive: true });
    writeFileSync(join(folder, 'who.graphql'), WHO);
    writeFileSync(join(folder, 'deeper/named.graphql'), NETWORK);
    const manifest = join(dir.path, 'written.json');
    expect(await writeManifest(folder, manifest)).toEqual([
      { id: documentIdOf(NETWORK), file: 'deeper/named.graphql' },
      { id: documentIdOf(WHO), file: 'who.graphql' },
    ]);
    expect(JSON.parse(readFileSync(manifest, 'utf8'))).toEqual({
      [documentIdOf(NETWORK)]: NETWORK,
      [documentIdOf(WHO)]: WHO,
    });
    writeFileSync(join(folder, 'bad.graphql'), '{ me { nickname } }');
    expect(await sentencesOf(writeManifest(folder, manifest))).toEqual([
      'bad.graphql: Cannot query field "nickname" on type "Me". Did you mean "name"?',
    ]);
  });
});
