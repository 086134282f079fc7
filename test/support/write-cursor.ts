import { cursorScope, type KeysetList } from '#graphql';
import { createHash } from 'node:crypto';

/** A cursor as `app.cursor` writes it, by other means. */
export function writeCursor(list: KeysetList, keys: readonly string[]): string {
  const text = `[${keys.map((key) => JSON.stringify(key)).join(', ')}]`;
  const check = createHash('md5').update(cursorScope(list) + text).digest('hex').slice(0, 8);
  return Buffer.from(check + text).toString('base64url');
}
