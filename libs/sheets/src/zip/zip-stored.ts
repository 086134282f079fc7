import { crc32 } from 'node:zlib';
import type { ZipPart } from './unzip-within.js';

/** 1 January 1980, where the dates of ZIP begin: the same parts give the same bytes. */
const FIRST_DAY = 0x0021;

/** Packs without compressing, so that what has been counted is what will be read. */
export function zipStored(parts: readonly ZipPart[]): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const path = Buffer.from(name);
    const facts = factsOf(content, path);
    const local = Buffer.concat([Buffer.from('504b03041400', 'hex'), facts, path, content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('504b010214001400', 'hex'), facts, rest, path]));
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

/** What the header of a part and its line in the directory have in common: flags to lengths. */
function factsOf(content: Uint8Array, path: Buffer): Buffer {
  const facts = Buffer.alloc(24);
  facts.writeUInt16LE(0x0800, 0);
  facts.writeUInt16LE(FIRST_DAY, 6);
  facts.writeUInt32LE(crc32(content), 8);
  facts.writeUInt32LE(content.length, 12);
  facts.writeUInt32LE(content.length, 16);
  facts.writeUInt16LE(path.length, 20);
  return facts;
}
