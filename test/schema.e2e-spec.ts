import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getIntrospectionQuery, graphqlSync, lexicographicSortSchema, printSchema } from 'graphql';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTestApi, type TestApi } from './support/test-api.js';

const SCHEMA_FILE = join(import.meta.dirname, '../../schema.graphql');

describe('schema.graphql', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });

  afterAll(() => api.close());

  it('is what the code serves; `npm run schema` writes it anew', async () => {
    const served = printSchema(lexicographicSortSchema(api.app.get(GraphQLSchemaHost).schema)) + '\n';
    if (process.env['WRITE_SCHEMA']) await writeFile(SCHEMA_FILE, served);
    expect(await readFile(SCHEMA_FILE, 'utf8')).toBe(served);
  });

  it('can be asked for all of itself, which Nest does not try with each start', () => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    expect(graphqlSync({ schema, source: getIntrospectionQuery() }).errors).toBeUndefined();
  });
});
