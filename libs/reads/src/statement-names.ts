import { createHash } from 'node:crypto';

/** Each connection keeps what is prepared on it until it is replaced, so there must be an end to it. */
const MOST_NAMES = 200;
const LONGEST_TEXT = 16_384;
const MOST_SEEN = 5_000;
/** When names are given out anew: connections have been replaced by then. */
const RENEWED_AFTER = 200_000;

const names = new Map<string, string>();
const seen = new Set<string>();
let asked = 0;

/** A name to prepare the statement by, from the second time on that it is sent; undefined to send it once. */
export function nameStatement(text: string): string | undefined {
  asked += 1;
  const name = names.get(text);
  if (name !== undefined || text.length > LONGEST_TEXT) return name;
  if (names.size >= MOST_NAMES && asked < RENEWED_AFTER) return undefined;
  return giveName(text);
}

function giveName(text: string): string | undefined {
  if (asked >= RENEWED_AFTER) {
    names.clear();
    asked = 0;
  }
  const hash = createHash('sha256').update(text).digest('base64url');
  if (!seen.has(hash)) {
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.add(hash);
    return undefined;
  }
  seen.delete(hash);
  const made = `read_${hash.slice(0, 24)}`;
  names.set(text, made);
  return made;
}
