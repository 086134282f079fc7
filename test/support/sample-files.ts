import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG that says it is so large; its pixels are those of one. */
export function makePng(width: number, height: number, text = ''): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(text ? [chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'))] : []),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const PNG = makePng(1, 1);

/** Segments of a JPEG as a camera writes them: a frame of 16 by 8, a scan, an end. */
export const JPEG = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000' +
    'ffc0000b080008001001011100' +
    'ffda0008010100003f00' +
    '1234ffd9',
  'hex',
);

/** The smallest lossless WebP there is. */
export const WEBP = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  'latin1',
);

/** A part of an archive; `claims` is the size that its table of contents tells instead of the true one. */
export interface Part {
  readonly name: string;
  readonly text: string;
  readonly claims?: number;
}

export function makeZip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, text, claims } of parts) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeSizes(local, 8, [crc32(data), packed.length, claims ?? data.length], label.length);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    writeSizes(central, 10, [crc32(data), packed.length, claims ?? data.length], label.length);
    central.writeUInt32LE(offset, 42);
    locals.push(local, label, packed);
    centrals.push(central, label);
    offset += 30 + label.length + packed.length;
  }
  const contents = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, contents, end]);
}

/** Method, then after the time the checksum and both sizes, then the length of the name. */
function writeSizes(
  header: Buffer,
  at: number,
  [sum = 0, packed = 0, size = 0]: number[],
  name: number,
): void {
  header.writeUInt16LE(8, at);
  header.writeUInt32LE(sum, at + 6);
  header.writeUInt32LE(packed, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt16LE(name, at + 18);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

function contentTypes(type: string): Part {
  const text = `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${type}"/></Types>`;
  return { name: '[Content_Types].xml', text };
}

export const DOCX_TYPES = contentTypes(`${OFFICE}wordprocessingml.document.main+xml`);
export const XLSX_TYPES = contentTypes(`${OFFICE}spreadsheetml.sheet.main+xml`);

export const DOCX = makeZip([DOCX_TYPES, { name: 'word/document.xml', text: '<w:document/>' }]);
export const XLSX = makeZip([XLSX_TYPES, { name: 'xl/workbook.xml', text: '<workbook/>' }]);
