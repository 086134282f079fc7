import { createHash } from 'node:crypto';

/** Each connection keeps what is prepared on it for good, so there must be an end to it. */
const MOST_NAMES = 1_000;
const MOST_SEEN = 10_000;

const names = new Map<string, string>();
const seen = new Set<string>();

/** A name to prepare the statement by, from the second time on that it is sent; undefined to send it once. */
export function nameStatement(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined || names.size >= MOST_NAMES) return name;
  if (!seen.has(text)) {
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.add(text);
    return undefined;
  }
  seen.delete(text);
  const made = `read_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, made);
  return made;
}
