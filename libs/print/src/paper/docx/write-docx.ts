import { zipStored } from '#sheets';
import { layPaper } from '../lay-paper.js';
import type { Markup } from '../../markup.js';
import type { Paper } from '../paper.js';
import { oneLine } from '../printable-lines.js';
import { documentPart } from './document-part.js';
import {
  contentTypes,
  coreProperties,
  documentLinks,
  fontTable,
  footer,
  packageLinks,
  settings,
} from './fixed-parts.js';
import { stylesPart } from './styles-part.js';

/** A paper as DOCX (ISO/IEC 29500, transitional): the same paper gives the same bytes. */
export function writeDocx(paper: Paper): Uint8Array {
  const parts: readonly (readonly [name: string, content: Markup])[] = [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', packageLinks()],
    ['docProps/core.xml', coreProperties(oneLine(paper.title))],
    ['word/document.xml', documentPart(layPaper(paper))],
    ['word/_rels/document.xml.rels', documentLinks()],
    ['word/styles.xml', stylesPart()],
    ['word/settings.xml', settings()],
    ['word/fontTable.xml', fontTable()],
    ['word/footer1.xml', footer('ODD')],
    ['word/footer2.xml', footer('EVEN')],
  ];
  return zipStored(parts.map(([name, content]) => ({ name, content: Buffer.from(String(content)) })));
}
