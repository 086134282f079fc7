import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchDatabase } from './database.ts';
import { runSize, type SizeResult } from './measure/run-size.ts';
import { type Options, readOptions } from './options.ts';
import { SCHEMA_FILE } from './product.ts';
import { writeReport } from './report/write-report.ts';

const say = (line: string): void =>
  void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

/** One database for each size, one size after the other. */
async function runAll(database: BenchDatabase, options: Options, dir: string): Promise<SizeResult[]> {
  const schema = await readFile(SCHEMA_FILE, 'utf8');
  const postmaster = await database.postmaster();
  const sizes: SizeResult[] = [];
  for (const networks of options.networks) {
    const now = new Date();
    const databaseUrl = await database.load(networks, now);
    say(`${networks} networks are loaded`);
    sizes.push(await runSize({ networks, databaseUrl, postmaster, now, dir, schema, options, say }));
  }
  return sizes;
}

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
