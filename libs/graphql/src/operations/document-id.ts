import { createHash } from 'node:crypto';

const FORM = /^(?:sha256:)?([0-9a-f]{64})$/;

/** `sha256:` and the hash of the text as it is, byte for byte. */
export function documentIdOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** In the one form in which ids are kept; null for what is none. */
export function readDocumentId(written: string): string | null {
  const [, hash] = FORM.exec(written) ?? [];
  return hash === undefined ? null : `sha256:${hash}`;
}
