import { type Config, ConfigError } from '#config';
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
import { join } from 'node:path';
import { accountsFileIn, keepAccounts } from './accounts-file.js';
import { CLI_WORDS } from './import.words.js';
import { provideDatabase } from './provide-database.js';
import { readRosterFile, type RosterContent } from './read-roster-file.js';
import type { ImportCommand, ImportWish } from './run-import.js';
import { withSheets } from './with-sheets.js';
import { writeProblems, writeTemplate } from './write-workbooks.js';

/** `npm run import`: a roster, as JSON or as a workbook, into the database. */
export const ROSTER_IMPORT: ImportCommand = {
  usage: CLI_WORDS.usage,
  writeTemplate: ({ file, language }) => writeTemplate(file, language),
  read: async (wish, warn) => {
    const content = await readRosterFile(wish.file, wish.language);
    return async (config) =>
      report(await explained(wish, content, importInto(config, content, wish), warn), config, wish);
  },
  tell: (error, language) =>
    error instanceof RosterError || error instanceof RosterWorkbookError ? error.in(language) : null,
};

/** A workbook that is refused gets a copy that shows where. */
async function explained(
  { file, language }: ImportWish,
  content: RosterContent,
  importing: Promise<RosterImport>,
  warn: (text: string) => void,
): Promise<RosterImport> {
  try {
    return await importing;
  } catch (error) {
    if (error instanceof RosterWorkbookError && 'sheets' in content)
      warn(`${await writeProblems(file, content.sheets, { error, language })}\n`);
    throw error;
  }
}

async function importInto(
  config: Config,
  content: RosterContent,
  { dryRun, language }: ImportWish,
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
  { dryRun, language }: ImportWish,
): string {
  const lines = [...changes.map(describeChange), ...notes.map((note) => `  ${note[language]}`)];
  if (changes.length === 0) lines.push(CLI_WORDS.nothing[language]);
  else lines.push((dryRun ? CLI_WORDS.dryRun : CLI_WORDS.done({ count: changes.length }))[language]);
  const { length: count } = accounts;
  if (count > 0) lines.push(CLI_WORDS.passwords({ count, path: accountsFileIn(config.dataDir) })[language]);
  return `${lines.join('\n')}\n`;
}
