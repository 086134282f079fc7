import type { ExplorerTab } from '#graphql';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const EXAMPLES = join(import.meta.dirname, '../../../../examples');

/** The example documents, in the order of their names, each with the variables that stand beside it. */
export async function loadExplorerTabs(): Promise<ExplorerTab[]> {
  const names = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.graphql')).toSorted();
  return Promise.all(names.map(loadTab));
}

async function loadTab(name: string): Promise<ExplorerTab> {
  const query = await readFile(join(EXAMPLES, name), 'utf8');
  const variables = await readFile(join(EXAMPLES, name.replace(/graphql$/, 'variables.json')), 'utf8').catch(
    () => '{}',
  );
  return { query, variables, headers: '{ "authorization": "Bearer …" }' };
}
