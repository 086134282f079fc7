import { inflateRawSync } from 'node:zlib';
import { CONTENT_WORDS } from '../files.words.js';
import { ContentRefused } from './content-refused.js';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 4096;
const MOST_UNPACKED = 200 * 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;

const BROKEN = CONTENT_WORDS.brokenDocument;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly offset: number;
}

/** Whether readers that look for an archive from the end would find one here. */
export function endsAsZip(bytes: Buffer): boolean {
  return findEnd(bytes) !== null;
}

/**
 * The parts of an archive, by its table of contents; nothing is unpacked.
 * @throws ContentRefused for one that is broken or encrypted, or that unpacks to more than a document may
 */
export function listEntries(bytes: Buffer): ZipEntry[] {
  const end = findEnd(bytes);
  if (end === null) throw new ContentRefused(BROKEN);
  const count = bytes.readUInt16LE(end + 10);
  const from = bytes.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) throw new ContentRefused(CONTENT_WORDS.tooManyParts({ most: MOST_ENTRIES }));
  if (from + bytes.readUInt32LE(end + 12) !== end) throw new ContentRefused(BROKEN);
  const entries: ZipEntry[] = [];
  let at = from;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw new ContentRefused(BROKEN);
    entries.push(readEntry(bytes, at));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  refuseBombs(entries, from);
  return entries;
}

/** @throws ContentRefused when it unpacks to more than `longest` bytes, or not at all */
export function unpack(bytes: Buffer, entry: ZipEntry, longest: number): Buffer {
  const { offset, packedBytes, method } = entry;
  if (bytes.readUInt32LE(offset) !== LOCAL) throw new ContentRefused(BROKEN);
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(from, from + packedBytes);
  if (method === STORED && packed.length <= longest) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: longest });
  } catch {
    throw new ContentRefused(BROKEN);
  }
}

function readEntry(bytes: Buffer, at: number): ZipEntry {
  const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  if (isEncrypted) throw new ContentRefused(CONTENT_WORDS.encrypted);
  const method = bytes.readUInt16LE(at + 10);
  if (method !== STORED && method !== DEFLATED) throw new ContentRefused(BROKEN);
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
    method,
    packedBytes: bytes.readUInt32LE(at + 20),
    unpackedBytes: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
}

/** Parts that share bytes, or that say themselves how far they unfold. */
function refuseBombs(entries: readonly ZipEntry[], end: number): void {
  const unpacked = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (unpacked > MOST_UNPACKED) throw new ContentRefused(CONTENT_WORDS.bomb);
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [index, { offset, packedBytes }] of inOrder.entries()) {
    const next = inOrder[index + 1]?.offset ?? end;
    if (offset + 30 + packedBytes > next) throw new ContentRefused(BROKEN);
  }
}

function findEnd(bytes: Buffer): number | null {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    const reachesEnd =
      bytes.readUInt32LE(at) === END && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length;
    if (reachesEnd) return at;
  }
  return null;
}
