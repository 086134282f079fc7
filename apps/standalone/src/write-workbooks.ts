import { ConfigError } from '#config';
import type { Language } from '#graphql';
import { markRosterWorkbook, rosterWorkbook, type RosterWorkbookError } from '#network';
import { OFFERS_FORM } from '#resources';
import { HucreWorkbooks, type ReadSheet, type WrittenSheet } from '#sheets';
import { writeFile } from 'node:fs/promises';
import { CLI_WORDS } from './import.words.js';

/** An empty workbook to be filled in; a file that is there already is left alone. */
export async function writeTemplate(path: string, language: Language): Promise<string> {
  await writeWorkbook(path, rosterWorkbook(undefined, [OFFERS_FORM]), 'wx');
  return CLI_WORDS.template({ path })[language];
}

/** A copy beside the file in which each bad cell is red and explained. */
export async function writeProblems(
  path: string,
  sheets: readonly ReadSheet[],
  { error, language }: { error: RosterWorkbookError; language: Language },
): Promise<string> {
  const copy = path.replace(/(\.xlsx)?$/i, '.problems.xlsx');
  await writeWorkbook(copy, markRosterWorkbook([OFFERS_FORM], sheets, error), 'w');
  return CLI_WORDS.marked({ path: copy })[language];
}

/** @throws ConfigError for a file that cannot be written, or with `wx` is there already */
export async function writeWorkbook(
  path: string,
  sheets: readonly WrittenSheet[],
  flag: 'w' | 'wx',
): Promise<void> {
  const file = await new HucreWorkbooks().write(sheets);
  try {
    await writeFile(path, file, { flag });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new ConfigError([`The file ${path} cannot be written: ${why}.`]);
  }
}
