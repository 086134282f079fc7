import { ConfigError } from '#config';
import { markProblems, rosterWorkbook, type RosterWorkbookError } from '#network';
import { HucreWorkbooks, type ReadSheet, type WrittenSheet } from '#sheets';
import { writeFile } from 'node:fs/promises';

/** An empty workbook to be filled in; a file that is there already is left alone. */
export async function writeTemplate(path: string): Promise<string> {
  await write(path, rosterWorkbook(), 'wx');
  return `An empty roster with its drop-downs is in ${path}: fill it in, then npm run import -- ${path} --dry-run\n`;
}

/** A copy beside the file in which each bad cell is red and explained. */
export async function writeProblems(
  path: string,
  sheets: readonly ReadSheet[],
  { problems }: RosterWorkbookError,
): Promise<string> {
  const copy = path.replace(/(\.xlsx)?$/i, '.problems.xlsx');
  await write(copy, markProblems(sheets, problems), 'w');
  return `Each bad cell is marked in ${copy}.`;
}

async function write(path: string, sheets: readonly WrittenSheet[], flag: 'w' | 'wx'): Promise<void> {
  const file = await new HucreWorkbooks().write(sheets);
  try {
    await writeFile(path, file, { flag });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new ConfigError([`The file ${path} cannot be written: ${why}.`]);
  }
}
