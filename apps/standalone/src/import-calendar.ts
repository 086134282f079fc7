import type { YearDraft } from '#calendar';
import { type Config, ConfigError, loadConfig } from '#config';
import { findEmbeddedPostgres } from '#database';
import type { Language } from '#graphql';
import { describeStartError } from '#process';
import {
  DAYS_FORM,
  importYear,
  readYearJson,
  readYearWorkbook,
  YEAR_FORM,
  YearFileError,
  type YearImport,
} from '#resources';
import { writeForm } from '#sheets';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CALENDAR_CLI_WORDS } from './calendar.words.js';
import { describeYearImport } from './describe-year-import.js';
import { terminalLanguage } from './import.words.js';
import { provideDatabase } from './provide-database.js';
import { readRosterFile } from './read-roster-file.js';
import { writeWorkbook } from './write-workbooks.js';

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
    const { file, dryRun } = wish;
    ({ language } = wish);
    if (wish.isTemplate) {
      await writeWorkbook(
        file,
        [YEAR_FORM, DAYS_FORM].map((form) => writeForm(form)),
        'wx',
      );
      process.stdout.write(`${CALENDAR_CLI_WORDS.template({ path: file })[language]}\n`);
      return;
    }
    const draft = await readFile(file, language);
    config = loadConfig(process.env);
    const done = await importInto(config, draft, dryRun);
    process.stdout.write(describeYearImport(done, dryRun, language));
  } catch (error) {
    const isTold = error instanceof YearFileError;
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
  throw new ConfigError([CALENDAR_CLI_WORDS.usage[terminal]]);
}

async function readFile(file: string, language: Language): Promise<YearDraft> {
  const content = await readRosterFile(file, language);
  return 'sheets' in content ? readYearWorkbook(content.sheets) : readYearJson(content.roster);
}

/** Beside a platform that goes on serving: it reads the new year with the next request. */
async function importInto(config: Config, draft: YearDraft, dryRun: boolean): Promise<YearImport> {
  const running =
    config.databaseUrl === null ? await findEmbeddedPostgres(join(config.dataDir, 'postgres')) : null;
  if (running) return importYear(running.ownerUrl, draft, { dryRun });
  const database = await provideDatabase(config);
  try {
    return await importYear(database.ownerUrl, draft, { dryRun });
  } finally {
    await database.stop();
  }
}

await main();
