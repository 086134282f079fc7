import { ConfigError } from '#config';
import { BadManifest, checkDocuments, documentIdOf } from '#graphql';
import { buildSchema } from 'graphql';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SCHEMA = join(import.meta.dirname, '../../../../schema.graphql');

/** An operation as it was listed, and the file it came from. */
export interface ListedFile {
  readonly id: string;
  readonly file: string;
}

/**
 * Lists every `.graphql` file beneath a folder, one operation in each: its id is the hash of the file as it is.
 * @throws ConfigError that names each file which cannot be asked; nothing is written then
 */
export async function writeManifest(folder: string, manifest: string): Promise<readonly ListedFile[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.graphql'));
  if (names.length === 0) throw new ConfigError([`There is no .graphql file in ${folder}.`]);
  const texts = await Promise.all(
    names.toSorted().map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })),
  );
  const files = texts.map(({ file, text }) => ({ id: documentIdOf(text), file }));
  const documents = new Map(texts.map(({ text }) => [documentIdOf(text), text]));
  await checkFiles(documents, (id) => files.find((one) => one.id === id)?.file ?? id);
  await writeFile(manifest, `${JSON.stringify(Object.fromEntries(documents), null, 2)}\n`);
  return files;
}

async function checkFiles(
  documents: ReadonlyMap<string, string>,
  nameOf: (id: string) => string,
): Promise<void> {
  try {
    checkDocuments(documents, buildSchema(await readFile(SCHEMA, 'utf8')), nameOf);
  } catch (error) {
    throw error instanceof BadManifest ? new ConfigError(error.sentences) : error;
  }
}
