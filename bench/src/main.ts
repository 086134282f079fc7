import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchDatabase } from './database.ts';
import { runSize, type SizeResult } from './measure/run-size.ts';
import { type Options, readOptions } from './options.ts';
import { writeReport } from './report/write-report.ts';

const say = (line: string): void =>
  void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

/** One database for each size, one size after the other. */
async function runAll(database: BenchDatabase, options: Options, dir: string): Promise<SizeResult[]> {
  const postmaster = await database.postmaster();
  const sizes: SizeResult[] = [];
  for (const networks of options.networks) {
    const now = new Date();
    const databaseUrl = await database.load(networks, now);
    say(`${networks} networks are loaded`);
    sizes.push(await runSize({ networks, databaseUrl, postmaster, now, dir, options, say }));
  }
  return sizes;
}

// The database ends with its parent, and the servers when it exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const args = process.argv.slice(2);
const options = readOptions(args);
const dir = await mkdtemp(join(tmpdir(), 'lianjian-bench-logs-'));
const database = await BenchDatabase.start();
try {
  const sizes = await runAll(database, options, dir);
  const { publish } = options;
  const command = ['npm start --prefix bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const markdown = await writeReport(sizes, {
    date: new Date(),
    command,
    postgres: await database.version(),
    publish,
  });
  process.stdout.write(`\n${markdown}`);
} finally {
  await database.stop();
  await rm(dir, { recursive: true, force: true });
}
