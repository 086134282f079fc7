import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import type { Compared } from '../arithmetic/run-arithmetic.ts';
import type { SizeResult } from '../measure/run-size.ts';
import { nodeOf } from '../servers/peers.ts';
import type { ResourceResult } from '../resources/run-resources.ts';
import type { LiveResult } from '../live/run-live.ts';
import type { OwnViewResult } from '../own-view/run-own-view.ts';
import { arithmeticMarkdownOf } from './arithmetic-markdown.ts';
import { liveMarkdownOf } from './live-markdown.ts';
import { type Circumstances, markdownOf } from './markdown.ts';
import { ownViewMarkdownOf } from './own-view-markdown.ts';
import { resourcesMarkdownOf } from './resources-markdown.ts';

const BENCH = new URL('../../', import.meta.url);
const DOCUMENT = new URL('../docs/performance.md', BENCH);

/** What a run has given; a part that was not run is empty. */
export interface Results {
  readonly sizes: readonly SizeResult[];
  readonly resources: readonly ResourceResult[];
  readonly ownView: readonly OwnViewResult[];
  readonly live: readonly LiveResult[];
  readonly arithmetic: readonly Compared[];
}

/** A run as it is told of. */
interface Told {
  readonly date: Date;
  readonly command: string;
  readonly postgres: string;
  /** Of a minute, before anything was started: what else the machine did. */
  readonly loadBefore: number;
  readonly publish: boolean;
}

/** Leaves results/latest.json and .md; published, the tables also replace those of docs/performance.md. */
export async function writeReport(results: Results, told: Told): Promise<string> {
  const circumstances = await circumstancesOf(told);
  const sections = [
    { name: 'bench', has: results.sizes.length > 0, write: () => markdownOf(circumstances, results.sizes) },
    {
      name: 'resources',
      has: results.resources.length > 0,
      write: () => resourcesMarkdownOf(circumstances, results.resources),
    },
    {
      name: 'own view',
      has: results.ownView.length > 0,
      write: () => ownViewMarkdownOf(circumstances, results.ownView),
    },
    {
      name: 'live',
      has: results.live.length > 0,
      write: () => liveMarkdownOf(circumstances, results.live),
    },
    {
      name: 'arithmetic',
      has: results.arithmetic.length > 0,
      write: () => arithmeticMarkdownOf(circumstances, results.arithmetic),
    },
  ].flatMap(({ name, has, write }) => (has ? [{ name, markdown: write() }] : []));
  const markdown = sections.map((section) => section.markdown).join('\n');
  await mkdir(new URL('results/', BENCH), { recursive: true });
  await writeFile(
    new URL('results/latest.json', BENCH),
    JSON.stringify({ circumstances, ...results }, null, 2),
  );
  await writeFile(new URL('results/latest.md', BENCH), markdown);
  if (told.publish) {
    let document = await readFile(DOCUMENT, 'utf8');
    for (const section of sections) document = replaced(document, section);
    await writeFile(DOCUMENT, document);
  }
  return markdown;
}

/** The document with that section between its two comments. */
function replaced(document: string, { name, markdown }: { name: string; markdown: string }): string {
  const between = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*(<!-- end of ${name} -->)`);
  return document.replace(between, (_all, start: string, end: string) => start + markdown + end);
}

async function circumstancesOf({ date, command, postgres, loadBefore }: Told): Promise<Circumstances> {
  const manifest = JSON.parse(await readFile(new URL('package.json', BENCH), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const nodes = ([24, 20] as const).map((node) =>
    execFileSync(nodeOf({ node }), ['--version']).toString().trim(),
  );
  const git = (...args: string[]) => execFileSync('git', args, { cwd: BENCH }).toString().trim();
  const dirty = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' with changes';
  return {
    date: date.toISOString().slice(0, 10),
    machine: `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown kind'}`,
    loadBefore,
    command,
    software: `Node ${nodes.join(' and ')}, PostgreSQL ${postgres}, PostGraphile ${manifest.dependencies['postgraphile']}`,
    commit: git('rev-parse', '--short', 'HEAD') + dirty,
  };
}
