import { holdsBreaks, holdsHidden } from '#graphql';
import { CONTENT_WORDS } from '../files.words.js';
import { ContentRefused } from './content-refused.js';
import { EXTENSIONS, type MediaType } from './media-type.js';

const LONGEST = 120;

/** Half characters, and what stands for one that was lost. */
const BROKEN = /[\p{Surrogate}\ufffd]/u;

/**
 * A name as people read it, in Unicode's composed form.
 * @throws ContentRefused for one that is empty, too long, a path, or that reads otherwise than it is written
 */
export function readFileName(given: string): string {
  const name = given.normalize('NFC').trim();
  if (name === '') throw new ContentRefused(CONTENT_WORDS.nameMissing);
  if (BROKEN.test(name) || holdsHidden(name) || holdsBreaks(name))
    throw new ContentRefused(CONTENT_WORDS.nameUnfit);
  if (/[/\\]/.test(name) || /^\.+$/.test(name)) throw new ContentRefused(CONTENT_WORDS.namePath);
  const length = Array.from(name).length;
  if (length > LONGEST) throw new ContentRefused(CONTENT_WORDS.nameTooLong({ length, most: LONGEST }));
  return name;
}

/** The name with an extension that tells the truth: `bill.exe` that is a PDF becomes `bill.exe.pdf`. */
export function withExtension(name: string, mediaType: MediaType): string {
  const known = EXTENSIONS[mediaType];
  const fits = known.some((extension) => name.toLowerCase().endsWith(extension));
  return fits ? name : `${name}${known[0]}`;
}
