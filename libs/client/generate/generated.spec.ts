import { buildSchema } from 'graphql';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { introspectionText } from './introspection-text.js';
import { outcomesText } from './outcomes-text.js';

const ROOT = join(import.meta.dirname, '../../../..');
const FILES = [
  ['introspection.ts', introspectionText],
  ['outcomes.ts', outcomesText],
] as const;

describe('libs/client/src/schema', () => {
  it.each(FILES)('has %s as schema.graphql says; `npm run schema` writes it anew', async (name, textOf) => {
    const file = join(ROOT, 'libs/client/src/schema', name);
    const text = textOf(buildSchema(await readFile(join(ROOT, 'schema.graphql'), 'utf8')));
    if (process.env['WRITE_SCHEMA']) await writeFile(file, text);
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});
