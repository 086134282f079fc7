import { type Config, ConfigError, loadConfig } from '#config';
import { findEmbeddedPostgres } from '#database';
import {
  describeChange,
  importRoster,
  importRosterWorkbook,
  RosterError,
  RosterWorkbookError,
  type RosterImport,
  type RosterImportSettings,
} from '#network';
import { describeStartError } from '#process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accountsFileIn, keepAccounts } from './accounts-file.js';
import { provideDatabase } from './provide-database.js';
import { readRosterFile, type RosterContent } from './read-roster-file.js';
import { writeProblems, writeTemplate } from './write-workbooks.js';

const USAGE =
  'Name one roster file, .json or .xlsx: npm run import -- <file> [--dry-run]; or ask for an empty workbook: --template <file>';

async function main(): Promise<void> {
  let config: Config | null = null;
  try {
    const { file, dryRun, isTemplate } = readArguments();
    if (isTemplate) {
      process.stdout.write(await writeTemplate(file));
      return;
    }
    const content = await readRosterFile(file);
    config = loadConfig(process.env);
    const done = await explained(file, content, importInto(config, content, dryRun));
    process.stdout.write(report(done, config, dryRun));
  } catch (error) {
    const isTold = error instanceof RosterError || error instanceof RosterWorkbookError;
    process.stderr.write(`${isTold ? error.message : describeStartError(error, config)}\n`);
    process.exitCode = 1;
  }
}

function readArguments(): { file: string; dryRun: boolean; isTemplate: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: {
        'dry-run': { type: 'boolean', default: false },
        template: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file !== undefined && others.length === 0)
      return { file, dryRun: values['dry-run'], isTemplate: values.template };
  } catch {
    // An unknown option: the usage says it all.
  }
  throw new ConfigError([USAGE]);
}

/** A workbook that is refused gets a copy that shows where. */
async function explained(
  file: string,
  content: RosterContent,
  importing: Promise<RosterImport>,
): Promise<RosterImport> {
  try {
    return await importing;
  } catch (error) {
    if (error instanceof RosterWorkbookError && 'sheets' in content)
      process.stderr.write(`${await writeProblems(file, content.sheets, error)}\n`);
    throw error;
  }
}

async function importInto(config: Config, content: RosterContent, dryRun: boolean): Promise<RosterImport> {
  if (config.databaseUrl === null && (await findEmbeddedPostgres(join(config.dataDir, 'postgres'))))
    throw new ConfigError([`Lianjian is running on ${config.dataDir}: stop it, then import.`]);
  const database = await provideDatabase(config);
  const { dataDir } = config;
  try {
    const keep: RosterImportSettings['keep'] = (accounts) => keepAccounts(dataDir, accounts);
    const settings = { dryRun, keep };
    if ('sheets' in content) return await importRosterWorkbook(database.ownerUrl, content.sheets, settings);
    return await importRoster(database.ownerUrl, content.roster, settings);
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
