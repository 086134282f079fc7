import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sent } from '../isolation/query-log/query-log.js';
import { layOut } from './lay-out.js';

const FOLDER = join(import.meta.dirname, '../../../test/sql/statements');

/** The statements that the document has been answered by, in the order in which they were sent; transactions apart. */
export function reads(statements: readonly Sent[]): Sent[] {
  return statements.filter(({ text }) => text.startsWith('SELECT ') && !/\bapp\.\w+\(\$1/.test(text));
}

/** What a document has sent, and what is committed of it; `npm run snapshots` writes it anew. No file says: nothing. */
export async function compareCommitted(
  document: string,
  statements: readonly Sent[],
): Promise<{ sent: string; committed: string }> {
  const sent = reads(statements)
    .map(({ text }) => `${layOut(text)};\n`)
    .join('\n');
  const file = join(FOLDER, `${document}.sql`);
  if (process.env['WRITE_SNAPSHOTS']) await (sent ? writeFile(file, sent) : rm(file, { force: true }));
  return { sent, committed: await readFile(file, 'utf8').catch(() => '') };
}
