import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runArithmetic } from './arithmetic/run-arithmetic.ts';
import { BenchDatabase } from './database.ts';
import { runLive } from './live/run-live.ts';
import type { Size } from './measure/size.ts';
import { runSize, type SizeResult } from './measure/run-size.ts';
import { type Options, readOptions } from './options.ts';
import { fillDistrict } from './own-view/district.ts';
import { runOwnView } from './own-view/run-own-view.ts';
import { type Results, writeReport } from './report/write-report.ts';
import { runResources } from './resources/run-resources.ts';
import { loadWorld } from './world/load-world.ts';

const say = (line: string): void =>
  void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

/** One database for each size, one size after the other; what only reads goes first. */
async function runAll(database: BenchDatabase, options: Options, dir: string): Promise<Results> {
  const postmaster = await database.postmaster();
  const reads: SizeResult[] = [];
  const ends: Size[] = [];
  for (const networks of sizesOf(options)) {
    const now = new Date();
    const urls = await database.load(networks, now);
    say(`${networks} networks are loaded`);
    const size = { networks, ...urls, postmaster, now, dir, options, say };
    if (isEnd(networks, options)) ends.push(size);
    if (options.parts.includes('reads')) reads.push(await runSize(size));
  }
  return {
    sizes: reads,
    resources: options.parts.includes('resources') ? await runResources(ends) : [],
    ownView: await ownViewOf(database, options, { postmaster, dir, options, say }),
    live: await liveOf(database, options, { postmaster, dir, options, say }),
    arithmetic: options.parts.includes('arithmetic') ? await runArithmetic(options, say) : [],
  };
}

/** On a database of its own, as large as the largest of the sizes. */
async function ownViewOf(
  database: BenchDatabase,
  { parts, networks }: Options,
  rest: Pick<Size, 'postmaster' | 'dir' | 'options' | 'say'>,
): Promise<Results['ownView']> {
  if (!parts.includes('inbox') && !parts.includes('figures')) return [];
  const [now, most] = [new Date(), networks.at(-1) ?? 1];
  const urls = await database.create('bench_district');
  const asking = await fillDistrict(urls.superuserUrl, most, now);
  rest.say(`a district of ${most} networks is filled`);
  return runOwnView({ networks: most, ...urls, ...rest, now }, asking);
}

/** One network: who watches one thing does not see how many others there are. */
async function liveOf(
  database: BenchDatabase,
  { parts }: Options,
  rest: Pick<Size, 'postmaster' | 'dir' | 'options' | 'say'>,
): Promise<Results['live']> {
  if (!parts.includes('live')) return [];
  const [now, networks] = [new Date(), 1];
  const urls = await database.create('bench_live');
  await loadWorld(urls.superuserUrl, networks, now);
  return runLive({ networks, ...urls, ...rest, now });
}

function sizesOf({ parts, ...options }: Options): readonly number[] {
  if (parts.includes('reads')) return options.networks;
  return parts.includes('resources') ? options.networks.filter((one) => isEnd(one, options)) : [];
}

/** Resources are held against each other at the ends alone: what lies between says nothing more. */
function isEnd(networks: number, options: Pick<Options, 'networks'>): boolean {
  return networks === options.networks.at(0) || networks === options.networks.at(-1);
}

// The database ends with its parent, and the servers when it exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const loadBefore = loadavg()[0] ?? Number.NaN;
const args = process.argv.slice(2);
const options = readOptions(args);
const dir = await mkdtemp(join(tmpdir(), 'lianjian-bench-logs-'));
const database = await BenchDatabase.start();
try {
  const results = await runAll(database, options, dir);
  const { publish } = options;
  const command = ['npm start --prefix bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const markdown = await writeReport(results, {
    date: new Date(),
    command,
    loadBefore,
    postgres: await database.version(),
    publish,
  });
  process.stdout.write(`\n${markdown}`);
} finally {
  await database.stop();
  await rm(dir, { recursive: true, force: true });
}
