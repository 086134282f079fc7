import { ConfigError, type Config } from '#config';
import { BadManifest, checkDocuments, ListedOperations, readManifest, type Documents } from '#graphql';
import type { GraphQLSchema } from 'graphql';
import { readFile } from 'node:fs/promises';

/** What the operator has listed, and a check that has to pass before anybody is served. */
export interface LoadedOperations {
  readonly operations: ListedOperations;
  /** @throws ConfigError that names each operation which this release does not answer */
  readonly check: (schema: GraphQLSchema) => void;
}

/**
 * Null where no file is named.
 * @throws ConfigError when it cannot be read, or is no manifest
 */
export async function loadOperations({
  operations: { manifest, listedOnly },
}: Config): Promise<LoadedOperations | null> {
  if (manifest === null) return null;
  const json = await readFile(manifest, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new ConfigError([`OPERATIONS_MANIFEST cannot be read (${code}).`]);
  });
  const documents = orRefuse(() => readManifest(json));
  return {
    operations: new ListedOperations(documents, listedOnly),
    check: (schema) => orRefuse(() => checkDocuments(documents, schema)),
  };
}

function orRefuse<T extends Documents | void>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BadManifest)) throw error;
    throw new ConfigError(error.sentences.map((sentence) => `OPERATIONS_MANIFEST is wrong: ${sentence}`));
  }
}
