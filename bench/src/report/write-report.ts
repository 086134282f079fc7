import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import type { SizeResult } from '../measure/run-size.ts';
import { nodeOf } from '../servers/peers.ts';
import { type Circumstances, markdownOf } from './markdown.ts';

const BENCH = new URL('../../', import.meta.url);
const DOCUMENT = new URL('../docs/performance.md', BENCH);
const BETWEEN = /(<!-- bench -->\n)[\s\S]*(<!-- end of bench -->)/;

/** Leaves results/latest.json and .md; published, the tables also replace those of docs/performance.md. */
export async function writeReport(
  sizes: readonly SizeResult[],
  { date, command, postgres, publish }: { date: Date; command: string; postgres: string; publish: boolean },
): Promise<string> {
  const circumstances = await circumstancesOf(date, command, postgres);
  const markdown = markdownOf(circumstances, sizes);
  await mkdir(new URL('results/', BENCH), { recursive: true });
  await writeFile(new URL('results/latest.json', BENCH), JSON.stringify({ circumstances, sizes }, null, 2));
  await writeFile(new URL('results/latest.md', BENCH), markdown);
  if (publish) {
    const before = await readFile(DOCUMENT, 'utf8');
    await writeFile(
      DOCUMENT,
      before.replace(BETWEEN, (_all, start: string, end: string) => start + markdown + end),
    );
  }
  return markdown;
}

async function circumstancesOf(date: Date, command: string, postgres: string): Promise<Circumstances> {
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
    command,
    software: `Node ${nodes.join(' and ')}, PostgreSQL ${postgres}, PostGraphile ${manifest.dependencies['postgraphile']}`,
    commit: git('rev-parse', '--short', 'HEAD') + dirty,
  };
}
