import { ConfigError } from '#config';
import type { Language } from '#graphql';
import { HucreWorkbooks, UnreadableWorkbook, type ReadSheet } from '#sheets';
import { readFile } from 'node:fs/promises';

/** What a file holds, by its kind. */
export type RosterContent = { readonly roster: unknown } | { readonly sheets: readonly ReadSheet[] };

/**
 * Reads a roster: a workbook (.xlsx), or JSON that is the roster itself or has it under "roster", as
 * examples/zhoupu.json does.
 * @throws ConfigError for a file that cannot be read, or is neither
 */
export async function readRosterFile(path: string, language: Language): Promise<RosterContent> {
  const bytes = await read(path);
  if (/\.xlsx$/i.test(path)) return { sheets: await readSheets(path, bytes, language) };
  const content = parse(path, bytes);
  const isWrapped = typeof content === 'object' && content !== null && 'roster' in content;
  return { roster: isWrapped ? content.roster : content };
}

async function readSheets(path: string, bytes: Buffer, language: Language): Promise<readonly ReadSheet[]> {
  try {
    return await new HucreWorkbooks().read(bytes);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw new ConfigError([`${path}: ${error.words[language]}`]);
    throw error;
  }
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new ConfigError([`The file ${path} cannot be read: ${firstLine(error)}.`]);
  }
}

function parse(path: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ConfigError([`The file ${path} is no JSON in UTF-8: ${firstLine(error)}.`]);
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
