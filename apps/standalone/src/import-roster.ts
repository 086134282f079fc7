import { type Config, ConfigError, loadConfig } from '#config';
import { findEmbeddedPostgres } from '#database';
import type { Language } from '#graphql';
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
import { CLI_WORDS, terminalLanguage } from './import.words.js';
import { provideDatabase } from './provide-database.js';
import { readRosterFile, type RosterContent } from './read-roster-file.js';
import { withSheets } from './with-sheets.js';
import { writeProblems, writeTemplate } from './write-workbooks.js';

interface Wish {
  readonly file: string;
  readonly dryRun: boolean;
  readonly isTemplate: boolean;
  readonly language: Language;
}

async function main(): Promise<void> {
  let config: Config | null = null;
  let language = terminalLanguage(undefined, process.env);
  try {
    const wish = readArguments(language);
    const { file } = wish;
    ({ language } = wish);
    if (wish.isTemplate) {
      process.stdout.write(`${await writeTemplate(file, language)}\n`);
      return;
    }
    const content = await readRosterFile(file, language);
    config = loadConfig(process.env);
    const done = await explained(wish, content, importInto(config, content, wish));
    process.stdout.write(report(done, config, wish));
  } catch (error) {
    const isTold = error instanceof RosterError || error instanceof RosterWorkbookError;
    process.stderr.write(`${isTold ? error.in(language) : describeStartError(error, config)}\n`);
    process.exitCode = 1;
  }
}

function readArguments(terminal: Language): Wish {
  try {
    const { values, positionals } = parseArgs({
      options: {
        'dry-run': { type: 'boolean', default: false },
        template: { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    const { lang, template: isTemplate, 'dry-run': dryRun } = values;
    const language = terminalLanguage(lang, process.env);
    if (file !== undefined && others.length === 0 && (lang === undefined || lang === language))
      return { file, dryRun, isTemplate, language };
  } catch {
    // An unknown option: the usage says it all.
  }
  throw new ConfigError([CLI_WORDS.usage[terminal]]);
}

/** A workbook that is refused gets a copy that shows where. */
async function explained(
  { file, language }: Wish,
  content: RosterContent,
  importing: Promise<RosterImport>,
): Promise<RosterImport> {
  try {
    return await importing;
  } catch (error) {
    if (error instanceof RosterWorkbookError && 'sheets' in content)
      process.stderr.write(`${await writeProblems(file, content.sheets, { error, language })}\n`);
    throw error;
  }
}

async function importInto(
  config: Config,
  content: RosterContent,
  { dryRun, language }: Wish,
): Promise<RosterImport> {
  const { dataDir } = config;
  if (config.databaseUrl === null && (await findEmbeddedPostgres(join(dataDir, 'postgres'))))
    throw new ConfigError([CLI_WORDS.running({ dir: dataDir })[language]]);
  const database = await provideDatabase(config);
  const { ownerUrl, appUrl } = database;
  try {
    const keep: RosterImportSettings['keep'] = (accounts) => keepAccounts(dataDir, accounts);
    const settings = { dryRun, keep };
    if (!('sheets' in content)) return await importRoster(ownerUrl, content.roster, settings);
    const { sheets } = content;
    return await withSheets(config, appUrl, (parts) =>
      importRosterWorkbook(ownerUrl, sheets, { ...settings, parts }),
    );
  } finally {
    await database.stop();
  }
}

function report(
  { changes, notes, accounts }: RosterImport,
  config: Config,
  { dryRun, language }: Wish,
): string {
  const lines = [...changes.map(describeChange), ...notes.map((note) => `  ${note[language]}`)];
  if (changes.length === 0) lines.push(CLI_WORDS.nothing[language]);
  else lines.push((dryRun ? CLI_WORDS.dryRun : CLI_WORDS.done({ count: changes.length }))[language]);
  const { length: count } = accounts;
  if (count > 0) lines.push(CLI_WORDS.passwords({ count, path: accountsFileIn(config.dataDir) })[language]);
  return `${lines.join('\n')}\n`;
}

await main();
