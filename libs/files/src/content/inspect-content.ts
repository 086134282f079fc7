import { CONTENT_WORDS } from '../files.words.js';
import { ContentRefused } from './content-refused.js';
import { findOfficeType } from './office.js';
import { checkJpeg, checkPng, checkWebp } from './pictures.js';
import { endsAsZip } from './zip.js';
import type { MediaType } from './media-type.js';

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

// Long enough that chance does not write them into a compressed picture.
const MARKUP = /<script|<iframe|<!doctype/;
const MARKUP_AT_START = /<html|<svg|<\?php|<\?xml|%pdf-/;
const START_BYTES = 4096;

/**
 * The type of a file by what it holds; name and declared type are not asked.
 * @throws ContentRefused for what is none of the types, is broken, or is two things at once
 */
export function inspectContent(bytes: Buffer): MediaType {
  if (bytes.length === 0) throw new ContentRefused(CONTENT_WORDS.empty);
  if (startsWith(bytes, ZIP)) return findOfficeType(bytes);
  const mediaType = inspectSimple(bytes);
  if (endsAsZip(bytes)) throw new ContentRefused(CONTENT_WORDS.alsoArchive);
  if (mediaType !== 'application/pdf') refuseMarkup(bytes);
  return mediaType;
}

function inspectSimple(bytes: Buffer): MediaType {
  if (startsWith(bytes, JPEG)) return checkJpeg(bytes);
  if (startsWith(bytes, PNG)) return checkPng(bytes);
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return checkWebp(bytes);
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return checkPdf(bytes);
  throw new ContentRefused(CONTENT_WORDS.unknownType);
}

function checkPdf(bytes: Buffer): MediaType {
  if (bytes.toString('latin1', Math.max(0, bytes.length - 1024)).includes('%%EOF')) return 'application/pdf';
  throw new ContentRefused(CONTENT_WORDS.broken({ type: 'PDF' }));
}

/** A picture that a careless reader would take for a page. */
function refuseMarkup(bytes: Buffer): void {
  const text = bytes.toString('latin1').toLowerCase();
  if (MARKUP.test(text) || MARKUP_AT_START.test(text.slice(0, START_BYTES)))
    throw new ContentRefused(CONTENT_WORDS.markup);
}

function startsWith(bytes: Buffer, signature: Buffer): boolean {
  return bytes.subarray(0, signature.length).equals(signature);
}
