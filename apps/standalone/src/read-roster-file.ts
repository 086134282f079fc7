import { ConfigError } from '#config';
import { readFile } from 'node:fs/promises';

/**
 * Reads a roster: the file itself, or what stands in it under "roster", as in examples/zhoupu.json.
 * @throws ConfigError for a file that cannot be read, or is no JSON in UTF-8
 */
export async function readRosterFile(path: string): Promise<unknown> {
  const content = parse(path, await read(path));
  const isWrapped = typeof content === 'object' && content !== null && 'roster' in content;
  return isWrapped ? content.roster : content;
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
