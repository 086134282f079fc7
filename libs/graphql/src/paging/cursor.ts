import { createHash } from 'node:crypto';

const CHECK_LENGTH = 8;

/** A cursor fits one list in one order; the checksum finds mistakes, it keeps no secret. */
export function writeCursor(list: string, keys: readonly string[]): string {
  const text = JSON.stringify(keys);
  return Buffer.from(checksum(list, text) + text).toString('base64url');
}

/** Null for a cursor that was cut, edited or made for another list or order. */
export function findCursorKeys(list: string, cursor: string): string[] | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  const keys = text.slice(CHECK_LENGTH);
  if (
    Buffer.from(text).toString('base64url') !== cursor ||
    text.slice(0, CHECK_LENGTH) !== checksum(list, keys)
  ) {
    return null;
  }
  const parsed: unknown = JSON.parse(keys);
  return isTexts(parsed) ? parsed : null;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function checksum(list: string, text: string): string {
  return createHash('sha256').update(`${list}\n${text}`).digest('base64url').slice(0, CHECK_LENGTH);
}
