import { CONTENT_WORDS } from '../files.words.js';
import { ContentRefused } from './content-refused.js';
import type { MediaType } from './media-type.js';

/** A few kilobytes can unfold into more pixels than a phone can hold. */
const MOST_PIXELS = 100_000_000;

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);
/** Frame headers are C0 to CF, but for tables (C4), extensions (C8) and conditioning (CC). */
const NO_FRAMES = [0xc4, 0xc8, 0xcc];

/** @throws ContentRefused unless its segments lead to a frame, a scan and an end */
export function checkJpeg(bytes: Buffer): MediaType {
  let at = 2;
  let framed = false;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.includes(marker) && at + 9 <= bytes.length) {
      checkSize(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
      framed = true;
    }
    if (marker === START_OF_SCAN && framed && bytes.indexOf(END_OF_IMAGE, at) > 0) return 'image/jpeg';
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  throw new ContentRefused(CONTENT_WORDS.broken({ type: 'JPEG' }));
}

/** @throws ContentRefused unless its chunks lead from the header to the end */
export function checkPng(bytes: Buffer): MediaType {
  const kindAt = (at: number): string => bytes.toString('latin1', at + 4, at + 8);
  if (bytes.length >= 33 && kindAt(8) === 'IHDR') {
    checkSize(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
    for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
      if (kindAt(at) === 'IEND') return 'image/png';
    }
  }
  throw new ContentRefused(CONTENT_WORDS.broken({ type: 'PNG' }));
}

/** @throws ContentRefused unless it is as long as it says and begins with a frame */
export function checkWebp(bytes: Buffer): MediaType {
  const whole = bytes.length >= 30 && bytes.readUInt32LE(4) + 8 <= bytes.length + 1;
  const kind = bytes.toString('latin1', 12, 16);
  if (whole && kind === 'VP8X') {
    checkSize(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
    return 'image/webp';
  }
  if (whole && kind === 'VP8L' && bytes[20] === 0x2f) {
    const bits = bytes.readUInt32LE(21);
    checkSize((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    return 'image/webp';
  }
  if (whole && kind === 'VP8 ' && bytes.readUIntBE(23, 3) === 0x9d012a) {
    checkSize(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    return 'image/webp';
  }
  throw new ContentRefused(CONTENT_WORDS.broken({ type: 'WebP' }));
}

function checkSize(width: number, height: number): void {
  if (width === 0) throw new ContentRefused(CONTENT_WORDS.noWidth);
  if (width * height > MOST_PIXELS) throw new ContentRefused(CONTENT_WORDS.tooManyPixels({ width, height }));
}
