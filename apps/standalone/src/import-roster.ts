import { type Config, ConfigError, loadConfig } from '#config';
import { findEmbeddedPostgres } from '#database';
import { describeChange, importRoster, RosterError, type RosterImport } from '#network';
import { describeStartError } from '#process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accountsFileIn, keepAccounts } from './accounts-file.js';
import { provideDatabase } from './provide-database.js';
import { readRosterFile } from './read-roster-file.js';

const USAGE = 'Name one roster file: npm run import -- <file> [--dry-run]';

async function main(): Promise<void> {
  let config: Config | null = null;
  try {
    const { file, dryRun } = readArguments();
    const roster = await readRosterFile(file);
    config = loadConfig(process.env);
    process.stdout.write(report(await importInto(config, roster, dryRun), config, dryRun));
  } catch (error) {
    const isTold = error instanceof RosterError;
    process.stderr.write(`${isTold ? error.message : describeStartError(error, config)}\n`);
    process.exitCode = 1;
  }
}

function readArguments(): { file: string; dryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { 'dry-run': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file !== undefined && others.length === 0) return { file, dryRun: values['dry-run'] };
  } catch {
    // An unknown option: the usage says it all.
  }
  throw new ConfigError([USAGE]);
}

async function importInto(config: Config, roster: unknown, dryRun: boolean): Promise<RosterImport> {
  if (config.databaseUrl === null && (await findEmbeddedPostgres(join(config.dataDir, 'postgres'))))
    throw new ConfigError([`Lianjian is running on ${config.dataDir}: stop it, then import.`]);
  const database = await provideDatabase(config);
  const { dataDir } = config;
  try {
    return await importRoster(database.ownerUrl, roster, {
      dryRun,
      keep: (accounts) => keepAccounts(dataDir, accounts),
    });
  } finally {
    await database.stop();
  }
}

function report({ changes, notes, accounts }: RosterImport, config: Config, dryRun: boolean): string {
  const lines = [...changes.map(describeChange), ...notes.map((note) => `  ${note}`)];
  if (changes.length === 0) lines.push('Nothing to change: the database holds what the file does.');
  else lines.push(dryRun ? 'A dry run: nothing was stored.' : `Imported: ${changes.length} changes.`);
  if (accounts.length > 0)
    lines.push(`The passwords of ${accounts.length} new accounts are in ${accountsFileIn(config.dataDir)}.`);
  return `${lines.join('\n')}\n`;
}

await main();
