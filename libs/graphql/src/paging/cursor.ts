import { createHash } from 'node:crypto';

const CHECK_LENGTH = 8;

/** What `app.cursor` has written; null for a cursor that was cut, edited or made for another list or order. */
export function findCursorKeys(scope: string, cursor: string): string[] | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  const keys = text.slice(CHECK_LENGTH);
  if (
    Buffer.from(text).toString('base64url') !== cursor ||
    text.slice(0, CHECK_LENGTH) !== checksum(scope, keys)
  ) {
    return null;
  }
  const parsed: unknown = JSON.parse(keys);
  return isTexts(parsed) ? parsed : null;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function checksum(scope: string, text: string): string {
  return createHash('md5')
    .update(scope + text)
    .digest('hex')
    .slice(0, CHECK_LENGTH);
}
