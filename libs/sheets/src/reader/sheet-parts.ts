import { posix } from 'node:path';
import type { ZipPart } from '../zip/unzip-within.js';

/** The XML of a sheet, and the name that it has for people. */
export interface SheetPart {
  readonly name: string;
  readonly xml: string;
}

const SHEET = /<(?:\w+:)?sheet\s([^>]*)>/g;
const RELATION = /<(?:\w+:)?Relationship\s([^>]*)>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Finds the sheets that people see, as the workbook lists them; in UTF-8 only, which is all that spreadsheets write. */
export function listSheetParts(parts: readonly ZipPart[]): SheetPart[] {
  const text = (name: string): string => {
    const content = parts.find((part) => part.name === name)?.content;
    return content ? Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString() : '';
  };
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(RELATION)].map(([, attributes = '']) => [
      attributeOf(attributes, 'Id'),
      attributeOf(attributes, 'Target'),
    ]),
  );
  return [...text('xl/workbook.xml').matchAll(SHEET)].flatMap(([, attributes = '']) => {
    if (/hidden$/i.test(attributeOf(attributes, 'state'))) return [];
    const target = targets.get(attributeOf(attributes, '\\w+:id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
    return [{ name: attributeOf(attributes, 'name'), xml: text(path) }];
  });
}

function attributeOf(attributes: string, name: string): string {
  const [, double, single] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  return (double ?? single ?? '').replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi,
    (whole, decimal?: string, hex?: string, word?: string) => {
      if (word !== undefined) return ENTITIES[word] ?? whole;
      const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
