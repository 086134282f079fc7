import { deflateRawSync } from 'node:zlib';
import type { ZipPart } from '../zip/unzip-within.js';
import { zipStored } from '../zip/zip-stored.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook of one sheet whose rows are written by hand, for the specs beside it. */
export function workbookOf(rows: string, extra: Record<string, string> = {}): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    ...extra,
  };
  return zipDeflated(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) })));
}

/** A zip of so many bytes that takes a thousandth of them, and claims to hold even less. */
export function bombOf(bytes: number): Uint8Array {
  return zipDeflated([{ name: 'xl/workbook.xml', content: Buffer.alloc(bytes) }]);
}

/** A small file that takes some 600 bytes of memory for each of its empty texts. */
export function textsOf(count: number): Uint8Array {
  const texts = `<sst>${'<si><t/></si>'.repeat(count)}</sst>`;
  const extra = { 'xl/_rels/workbook.xml.rels': SHARED_RELATIONS, 'xl/sharedStrings.xml': texts };
  return workbookOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', extra);
}

/** A small file that speaks of so many times sixteen thousand columns, none of which is there. */
export function columnsOf(count: number): Uint8Array {
  return workbookOf(
    `</sheetData><cols>${'<col min="1" max="16384" width="1"/>'.repeat(count)}</cols><sheetData>`,
  );
}

/** Of a workbook that keeps its text in a part of its own. */
export const SHARED_RELATIONS = relation('worksheet', 'worksheets/sheet1.xml').replace(
  '</Relationships>',
  `${relationTo('sharedStrings', 'sharedStrings.xml', 'rId2')}</Relationships>`,
);

function zipDeflated(parts: readonly ZipPart[]): Uint8Array {
  const packed = parts.map(({ name, content }) => ({ name, content: deflateRawSync(content) }));
  const zip = Buffer.from(zipStored(packed));
  const entry = Buffer.from('504b0102', 'hex');
  for (let at = zip.indexOf(entry); at >= 0; at = zip.indexOf(entry, at + 1)) zip.writeUInt16LE(8, at + 10);
  return zip;
}

function relation(type: string, target: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${relationTo(type, target, 'rId1')}</Relationships>`;
}

function relationTo(type: string, target: string, id: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}
