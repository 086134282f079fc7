import { inflateRawSync } from 'node:zlib';
import { READER_WORDS } from '../reader.words.js';
import { UnreadableWorkbook } from '../unreadable-workbook.js';

export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface ZipLimits {
  readonly parts: number;
  /** Of all parts together, unpacked. */
  readonly bytes: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** Unpacks by the directory at the end; what it claims about sizes is not believed. */
export function unzipWithin(bytes: Uint8Array, limits: ZipLimits): ZipPart[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return unpack(zip, limits);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    if (Object(error).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limits);
    throw new UnreadableWorkbook(READER_WORDS.damagedZip);
  }
}

function unpack(zip: Buffer, limits: ZipLimits): ZipPart[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > limits.parts) throw new UnreadableWorkbook(READER_WORDS.tooManyParts(limits.parts));
  const parts = new Map<string, ZipPart>();
  let left = limits.bytes;
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new RangeError('There is no entry.');
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (parts.has(name)) throw new RangeError('A part comes twice.');
    const content = unpackPart(zip, at, left, limits);
    left -= content.length;
    parts.set(name, { name, content });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return [...parts.values()];
}

function unpackPart(zip: Buffer, entry: number, left: number, limits: ZipLimits): Uint8Array {
  if (zip.readUInt16LE(entry + 8) & ENCRYPTED) throw new UnreadableWorkbook(READER_WORDS.locked);
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(local) !== LOCAL) throw new RangeError('There is no part.');
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (start + size > zip.length) throw new RangeError('A part is cut off.');
  const packed = zip.subarray(start, start + size);
  if (method === STORED) {
    if (packed.length > left) throw tooLarge(limits);
    return packed;
  }
  if (method !== DEFLATED) throw new RangeError('A part is packed in an unknown way.');
  if (left === 0) throw tooLarge(limits);
  return inflateRawSync(packed, { maxOutputLength: left });
}

function findEnd(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= first; at--) if (zip.readUInt32LE(at) === END) return at;
  throw new RangeError('There is no directory.');
}

function tooLarge({ bytes }: ZipLimits): UnreadableWorkbook {
  return new UnreadableWorkbook(READER_WORDS.unpackedTooLarge(bytes / 1_048_576));
}
