import type { YearDraft } from '#calendar';
import type { Config } from '#config';
import { findEmbeddedPostgres } from '#database';
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
import { CALENDAR_CLI_WORDS } from './calendar.words.js';
import { describeYearImport } from './describe-year-import.js';
import { provideDatabase } from './provide-database.js';
import { readRosterFile } from './read-roster-file.js';
import { runImport, type ImportWish } from './run-import.js';
import { writeWorkbook } from './write-workbooks.js';

process.exitCode = await runImport({
  usage: CALENDAR_CLI_WORDS.usage,
  writeTemplate: async ({ file, language }) => {
    const forms = [YEAR_FORM, DAYS_FORM].map((form) => writeForm(form));
    await writeWorkbook(file, forms, 'wx');
    return CALENDAR_CLI_WORDS.template({ path: file })[language];
  },
  read: async (wish) => {
    const { dryRun, language } = wish;
    const draft = await readYear(wish);
    return async (config) => describeYearImport(await importInto(config, draft, dryRun), dryRun, language);
  },
  tell: (error, language) => (error instanceof YearFileError ? error.in(language) : null),
});

async function readYear({ file, language }: ImportWish): Promise<YearDraft> {
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
