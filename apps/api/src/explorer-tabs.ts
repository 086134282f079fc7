import { localDayOf } from '#calendar';
import type { ExplorerTab } from '#graphql';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const EXAMPLES = join(import.meta.dirname, '../../../../examples');

/** The zone of the example's region. */
const ZONE = 'Asia/Shanghai';

// ASCII, as a browser sends no other header: with the placeholder left in it one can still sign in.
const HEADERS = '{ "authorization": "Bearer <token>" }';

/** An example document; its title is the name of its file. */
export type ExampleTab = ExplorerTab & { readonly title: string; readonly variables: string };

/** The example documents, in the order of their names, each with the variables that stand beside it. */
export async function loadExplorerTabs(now: Date): Promise<ExampleTab[]> {
  const names = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.graphql')).toSorted();
  return Promise.all(names.map((name) => loadTab(name.replace(/\.graphql$/, ''), now)));
}

/** Dates that are always ahead: `<in 7 days>` becomes the day a week after today, and `<next month>` the month such as 2026-12. */
export function fillDays(text: string, now: Date): string {
  const today = localDayOf(now, ZONE);
  return text
    .replaceAll(/<in (\d+) days>/g, (_, days: string) => today.add({ days: Number(days) }).toString())
    .replaceAll('<next month>', today.add({ months: 1 }).toPlainYearMonth().toString())
    .replaceAll('<this year>', String(today.year));
}

async function loadTab(title: string, now: Date): Promise<ExampleTab> {
  const query = await readFile(join(EXAMPLES, `${title}.graphql`), 'utf8');
  const variables = await readFile(join(EXAMPLES, `${title}.variables.json`), 'utf8').catch(() => '{}');
  return { title, query, variables: fillDays(variables, now), headers: HEADERS };
}
